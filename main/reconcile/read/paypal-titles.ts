import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'

/** The titles of PayPal's two reports in one language, in the order of `PARTS`. */
const REPORTS = [
  'Date|Name|Type|Status|Currency|Gross|Fee|Net|Transaction ID|Description|Balance',
  'Datum|Name|Typ|Status|Währung|Brutto|Gebühr|Netto|Transaktionscode|Beschreibung|Guthaben',
  'Datum|Name|Typ|Status|Währung|Brutto|Entgelt|Netto|Transaktionscode|Beschreibung|Guthaben',
  'Date|Nom|Type|État|Devise|Avant commission|Commission|Net|Numéro de transaction|Description|Solde',
  'Fecha|Nombre|Tipo|Estado|Divisa|Bruto|Comisión|Neto|Id. de transacción|Descripción|Saldo',
  'Data|Nome|Tipo|Stato|Valuta|Lordo|Tariffa|Netto|Codice transazione|Descrizione|Saldo',
  'Data|Nome|Tipo|Status|Moeda|Bruto|Tarifa|Líquido|ID da transação|Descrição|Saldo',
  'Datum|Naam|Type|Status|Valuta|Bruto|Kosten|Net|Transactiereferentie|Omschrijving|Saldo',
  'Data|Nazwa|Typ|Status|Waluta|Brutto|Opłata|Netto|Numer transakcji|Opis|Saldo',
]

/** The titles that a report must have, and its columns. */
export interface PaypalReport {
  readonly titles: readonly string[]
  readonly columns: StatementColumns
}

/**
 * PayPal's reports in its languages: the one of all activity, and the one of the balance, in which
 * the description is the type.
 */
export const PAYPAL_REPORTS: readonly PaypalReport[] = REPORTS.flatMap(report => {
  const [
    date = '',
    name = '',
    type = '',
    status = '',
    currency = '',
    gross = '',
    fee = '',
    net = '',
    id = '',
    about = '',
    balance = '',
  ] = report.split('|')
  const common = { date, amount: gross, id, name, fee, currency }
  return [
    {
      titles: [date, name, type, status, currency, gross, fee, net, id],
      columns: { ...common, kind: type, status },
    },
    { titles: [date, about, currency, gross, fee, net, balance, id], columns: { ...common, kind: about, balance } },
  ]
})
