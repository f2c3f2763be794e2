/** The roles of columns that titles are guessed for, in the order in which they choose. */
export type GuessedRole =
  | 'date'
  | 'amount'
  | 'id'
  | 'direction'
  | 'status'
  | 'balance'
  | 'description'
  | 'name'
  | 'kind'
  | 'fee'
  | 'localAmount'
  | 'localCurrency'
  | 'currency'

/** The currency of all amounts, behind the title of their column. */
const IN = '(?: operation)?(?: (?:in |en )?(?:[a-z]{3}|euros?|[€$£]))?'

const exactly = (titles: string, end = ''): RegExp => new RegExp(`^(?:${titles.replaceAll(/\n\s*/g, '')})${end}$`)

/**
 * Titles of the columns in platforms' and banks' files, the surest first, in the form of
 * `plainTitle`. None of them is a part of a title: `Original amount` is no `amount`.
 */
export const TITLES: Readonly<Record<GuessedRole, readonly RegExp[]>> = {
  date: [
    exactly(
      `(?:booking|posting|posted|transaction|txn|completed|operation|trans)[ -]?date(?: utc)?|buchungs(?:tag|datum)|
      bokforings(?:dag|datum)|bogforingsdato|bokforingsdato|fecha (?:de )?operacion|data (?:operacji|contabile|mov|da operacao)|
      date (?:d )?(?:operation|comptable)|dateop|transactiedatum|boekdatum|datum uctovani|datum zauctovani`,
    ),
    exactly('date(?: utc)?|datum|fecha|data|dato|dag|tag|day|buchung|日付|取引日|날짜|日期'),
    exactly('created(?: on| utc)?|date time|settlement date|started date|finished on'),
    exactly('value d(?:ate|t)|valutadatum|valuta|wertstellung|fecha valor|data valuta|data valor|rentedatum'),
  ],
  amount: [
    exactly('gross|brutto|bruto|avant commission|lordo|bruto amount'),
    exactly(
      `(?:transaction |net |gross )?amount|betrag|montant|importe|importo|bedrag|kwota|castka|belopp|belob|belop|objem|umsatz|
      transactiebedrag|osszeg|tutar|summa|quantia|金額|取引金額`,
      IN,
    ),
    exactly('valor|value|total|sum', IN),
    exactly('source amount(?: after fees)?'),
  ],
  id: [
    exactly(
      `(?:transaction|payment|transfer|transferwise|trans|balance transaction|movement|entry)[ _-]?(?:id|no|nr|number|code)|
      transaktions ?(?:code|nr|nummer)|codigo de transaccion|numero de transaction|codice transazione|codigo da transacao|
      transactiereferentie|transactie id|numer transakcji|zkb referenz|buchungsreferenz|id pohybu|identificador`,
    ),
    exactly('id|ref id|reference id'),
  ],
  direction: [
    exactly(
      `direction|richtung|sens|af bij|bij af|soll haben|s h|d c|c d|cr dr|dr cr|debit credit|credit debit|debe haber|dare avere|
      debet credit|kennzeichen`,
    ),
  ],
  status: [
    exactly(
      'status|state|transaction status|payment status|zustand|statut|etat|estado|stato|situacao|staat|stan|stav|tila|durum',
    ),
  ],
  balance: [
    exactly(
      `(?:running |current |account |closing |available |ledger )?bal(?:ance)?|accountbalance|
      saldo(?: po (?:operacji|transakcji)| na trn| na mutatie| contabil\\S*| disponible)?|solde|disponible|差引残高|残高`,
      IN,
    ),
  ],
  description: [
    exactly('verwendungszweck|tytul|zprava pro prijemce|mededelingen'),
    exactly(
      `(?:transaction |bank )?description|omschrijving(?: 1)?|libelle(?: operation)?|descrizione|descripcion|descricao|concepto|
      narration|narrative|transaction remarks|opis transakcji|opis operacji|rubrik|tekst|text|avisierungstext|beschreibung1?|
      buchungs ?details|摘要|項目|transaction summary`,
    ),
    exactly(
      'payment reference|reference|memo|label|details|particulars|subject|objet|causale|message|buchungstext|notes?',
    ),
  ],
  name: [
    exactly(
      `counter ?party name|partner ?name|naam tegenpartij|nazev protiuctu|nadawca odbiorca|kontrahent|beguenstigter zahlungspflichtiger|
      auftraggeber empfanger|zahlungsempfanger in|empfanger|naam omschrijving|payee(?: name)?|payer name|beneficiary(?: name)?|
      merchant name|source name`,
    ),
    exactly('name|namn|navn|nom|nombre|nome|naam|nazwa|jmeno|payer|merchant|supplierfound'),
    exactly('counter ?party|client|customer|freelancer|contract'),
  ],
  kind: [
    exactly(
      `(?:transaction |payment |operation |tx )?(?:type|kind)|typ|tipo|type operation|typ transakcji|vorgang|umsatztyp|
      bewegungstyp|mutatiesoort|buchungstext|opis operacji|buchungsart|movimiento|soort|subcategory|reporting category`,
    ),
    exactly('category|categorie|kategori|kategorie|categoria'),
  ],
  fee: [
    exactly(
      '(?:total |processing |transaction )?fees?(?: amount)?|gebuhr(?:en)?|frais|comision|commissione|tarifa|kosten|oplata|prowizja|source fee amount',
    ),
  ],
  localAmount: [exactly('local amount|amount in local currency')],
  localCurrency: [exactly('local currency|local currency code')],
  currency: [
    exactly('currency(?: code)?|ccy|wahrung|waehrung|whg|devise|divisa|moneda|moeda|munt|waluta|mena|penznem|通貨'),
    exactly('source currency'),
    exactly('valuta'),
  ],
}

/** Titles of files that have separate columns for money in and money out. */
export const CAME_IN = exactly(
  `credits?(?: amount)?|paid in|money in|amount in|deposits?(?: am(?:oun)?t)?|received|haben|gutschrift(?:en)?|credito|creditos|
  accrediti|accredito|entrate|avere|haber|abonos?|ingresos?|entradas?|recettes?|bij|wplywy|uznania|insattning(?:ar)?|indsat|
  お預り金額|お預入れ|預入金額|入金額?`,
  IN,
)
/** See `CAME_IN`. */
export const PAID_OUT = exactly(
  `debits?(?: amount)?|paid out|money out|amount out|withdrawals?(?: am(?:oun)?t)?|soll|lastschrift(?:en)?|belastung(?:en)?|
  debito|debitos|addebiti|addebito|uscite|dare|debe|cargos?|gastos?|saidas?|depenses?|af|wydatki|obciazenia|uttag|haevet|
  お支払金額|お引出し|払戻金額|出金額?`,
  IN,
)
