import { expect, test } from 'vitest'
import { readIn } from './reading.ts'

/** The state and amount of each row, and the question, if there is one. */
async function outline(text: string) {
  const { recognised, asks, rows } = await readIn(text)
  return { recognised, asks, rows: rows.map(({ on, amount, currency, state }) => [on, amount, currency, state]) }
}

const WISE =
  'TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Payer Name,Payee Name,Total fees'
const WISE_HISTORY =
  'ID,Status,Direction,Created on,Finished on,Source fee amount,Source fee currency,Source name,Source amount (after fees),Source currency,Target name,Target amount (after fees),Target currency,Exchange rate,Reference'
const PAYONEER =
  'Transaction date,Transaction time,Time zone,Transaction ID,Description,Credit amount,Debit amount,Currency,Transfer amount,Transfer amount currency,Status,Running balance'
const STRIPE =
  'balance_transaction_id,created_utc,created,available_on,currency,gross,fee,net,reporting_category,source_id,description'
const STRIPE_ACTIVITY =
  'id,Type,Source,Amount,Fee,Destination Platform Fee,Net,Currency,Created (UTC),Available On (UTC),Description'
const REVOLUT = 'Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance'
const SHORT = 'Date,Ref ID,Type,Description,Agency,Amount,Balance'
const EARNINGS = 'Date,Contract,Hours,Amount,Payment type'

test.each([
  [
    'Upwork’s short set of a freelancer',
    `${SHORT}\n"Mar 4, 2026",71,Fixed Price,Invoice for Draft,,200.00,180.00\n"Mar 4, 2026",72,Service Fee,Fee for 71,,-20.00,-20.00\n`,
    'upwork-older',
    [
      ['2026-03-04', 20_000, 'USD'],
      ['2026-03-04', -2_000, 'USD'],
    ],
  ],
  [
    'Upwork’s short set of a client',
    `${SHORT}\n"Mar 4, 2026",81,Fixed Price,Draft,,-200.00,0.00\n`,
    'upwork-older',
    [['2026-03-04', -20_000, 'USD']],
  ],
  [
    'Upwork’s earnings report of a freelancer',
    `${EARNINGS}\n"Mar 4, 2026",Website redesign,0:00,200.00,Fixed-price\n"Mar 5, 2026",Website redesign,2:10,65.00,Hourly\n`,
    'upwork-earnings',
    [
      ['2026-03-04', 20_000, 'USD'],
      ['2026-03-05', 6_500, 'USD'],
    ],
  ],
  [
    'Payoneer’s transactions of a freelancer',
    `${PAYONEER}\n15 Mar 2026,10:02,UTC,P1,Payment from Kestrel,400.00,,USD,,,Completed,400.00\n16 Mar 2026,10:02,UTC,P2,Withdrawal to bank,,300.00,USD,275.10,EUR,Completed,100.00\n`,
    'payoneer',
    [
      ['2026-03-15', 40_000, 'USD'],
      ['2026-03-16', -30_000, 'USD'],
    ],
  ],
  [
    'Payoneer’s transactions of a client',
    `${PAYONEER}\n15 Mar 2026,10:02,UTC,P3,Payment to Priya,,50.00,USD,,,Pending,350.00\n`,
    'payoneer',
    [['2026-03-15', -5_000, 'USD']],
  ],
  [
    'Wise’s statement of a freelancer',
    `${WISE}\nTRANSFER-1,05-03-2026,400.00,EUR,Received money from Kestrel,Inv 7,400.00,Kestrel,,0.00\n`,
    'wise',
    [['2026-03-05', 40_000, 'EUR']],
  ],
  [
    'Wise’s statement of a client',
    `${WISE}\nTRANSFER-2,05-03-2026,-50.00,EUR,Sent money to Priya,Draft,350.00,,Priya,0.51\n`,
    'wise',
    [['2026-03-05', -5_000, 'EUR']],
  ],
  [
    'Wise’s history, with money out, in, and between own balances',
    `${WISE_HISTORY}\nT1,COMPLETED,OUT,2026-03-05 10:00:00,2026-03-05 10:01:00,0.40,EUR,Me,50.00,EUR,Priya,50.00,EUR,1.0,Draft\nT2,COMPLETED,IN,2026-03-06 10:00:00,2026-03-06 10:01:00,0,EUR,Kestrel,400.00,EUR,Me,400.00,EUR,1.0,Inv 7\nT3,CANCELLED,OUT,2026-03-07 10:00:00,2026-03-07 10:00:00,0,EUR,Me,9.00,EUR,Priya,9.00,EUR,1.0,\nT4,COMPLETED,NEUTRAL,2026-03-08 10:00:00,2026-03-08 10:00:00,0,EUR,Me,9.00,EUR,Me,9.90,USD,1.1,\n`,
    'wise',
    [
      ['2026-03-05', -5_000, 'EUR'],
      ['2026-03-06', 40_000, 'EUR'],
      ['2026-03-07', -900, 'EUR'],
      ['2026-03-08', 900, 'EUR'],
    ],
  ],
  [
    'Stripe’s itemised report of a freelancer',
    `${STRIPE}\ntxn_1,2026-03-05 09:00:00,2026-03-05 10:00:00,2026-03-07,usd,400.00,12.10,387.90,charge,ch_1,Invoice 7\ntxn_2,2026-03-06 09:00:00,2026-03-06 10:00:00,2026-03-07,usd,-387.90,0.00,-387.90,payout,po_1,STRIPE PAYOUT\n`,
    'stripe',
    [
      ['2026-03-05', 40_000, 'USD'],
      ['2026-03-06', -38_790, 'USD'],
    ],
  ],
  [
    'Stripe’s activity',
    `${STRIPE_ACTIVITY}\ntxn_3,charge,ch_3,40.00,1.46,,38.54,eur,2026-03-05 10:00,2026-03-07 00:00,Logo\ntxn_4,refund,re_1,-40.00,0.00,,-40.00,eur,2026-03-06 10:00,2026-03-06 00:00,Logo\n`,
    'stripe',
    [
      ['2026-03-05', 4_000, 'EUR'],
      ['2026-03-06', -4_000, 'EUR'],
    ],
  ],
  [
    'Revolut’s statement of a client',
    `${REVOLUT}\nTRANSFER,Current,2026-03-05 10:00:00,2026-03-05 10:00:03,To Priya Nair,-50.00,0.00,EUR,COMPLETED,350.00\nEXCHANGE,Current,2026-03-06 10:00:00,2026-03-06 10:00:03,Exchanged to USD,-9.00,0.00,EUR,COMPLETED,341.00\nTRANSFER,Current,2026-03-07 10:00:00,,To Priya Nair,-7.00,0.00,EUR,PENDING,\n`,
    'revolut',
    [
      ['2026-03-05', -5_000, 'EUR'],
      ['2026-03-06', -900, 'EUR'],
      ['2026-03-07', -700, 'EUR'],
    ],
  ],
  [
    'Revolut’s statement of a freelancer',
    `${REVOLUT}\nTOPUP,Current,2026-03-05 10:00:00,2026-03-05 10:00:03,Payment from Kestrel,400.00,0.00,EUR,COMPLETED,400.00\n`,
    'revolut',
    [['2026-03-05', 40_000, 'EUR']],
  ],
])('%s is recognised and read', async (_name, text, recognised, rows) => {
  const read = await outline(text)
  expect(read).toMatchObject({ recognised, asks: null })
  expect(read.rows.map(([on, amount, currency]) => [on, amount, currency])).toEqual(rows)
})

test('moves between own accounts, and what has not happened, are left out', async () => {
  const text = `${REVOLUT}\nEXCHANGE,Current,2026-03-06 10:00:00,2026-03-06 10:00:03,Exchanged to USD,-9.00,0.00,EUR,COMPLETED,341.00\nTRANSFER,Current,2026-03-07 10:00:00,,To Priya Nair,-7.00,0.00,EUR,PENDING,\n`
  expect((await outline(text)).rows.map(row => row[3])).toEqual(['ignored', 'ignored'])
  const payout = `${STRIPE}\ntxn_2,2026-03-06 09:00:00,2026-03-06 10:00:00,2026-03-07,usd,-387.90,0.00,-387.90,payout,po_1,STRIPE PAYOUT\n`
  expect((await outline(payout)).rows[0]?.[3]).toBe('ignored')
})

const PAYPAL = [
  ['English', 'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID', 'Completed'],
  ['German', 'Datum,Uhrzeit,Zeitzone,Name,Typ,Status,Währung,Brutto,Gebühr,Netto,Transaktionscode', 'Abgeschlossen'],
  [
    'French',
    'Date,Heure,Fuseau horaire,Nom,Type,État,Devise,Avant commission,Commission,Net,Numéro de transaction',
    'Terminé',
  ],
  ['Spanish', 'Fecha,Hora,Zona horaria,Nombre,Tipo,Estado,Divisa,Bruto,Comisión,Neto,Id. de transacción', 'Completado'],
  ['Italian', 'Data,Orario,Fuso orario,Nome,Tipo,Stato,Valuta,Lordo,Tariffa,Netto,Codice transazione', 'Completata'],
  ['Portuguese', 'Data,Hora,Fuso horário,Nome,Tipo,Status,Moeda,Bruto,Tarifa,Líquido,ID da transação', 'Concluído'],
  ['Dutch', 'Datum,Tijd,Tijdzone,Naam,Type,Status,Valuta,Bruto,Kosten,Net,Transactiereferentie', 'Voltooid'],
  ['Polish', 'Data,Godzina,Strefa czasowa,Nazwa,Typ,Status,Waluta,Brutto,Opłata,Netto,Numer transakcji', 'Zakończono'],
] as const

test.each(PAYPAL)(
  'PayPal’s report of all activity is recognised in %s, for either side',
  async (_name, titles, done) => {
    const row = (amount: string, id: string) =>
      `15/03/2026,10:00:00,UTC,Kestrel,X,${done},EUR,"${amount}","-1,20","0,00",${id}`
    expect(await outline(`${titles}\n${row('400,00', 'A1')}\n${row('-50,00', 'A2')}\n`)).toMatchObject({
      recognised: 'paypal',
      asks: null,
      rows: [
        ['2026-03-15', 40_000, 'EUR', 'new'],
        ['2026-03-15', -5_000, 'EUR', 'new'],
      ],
    })
  },
)

test.each([
  ['English', 'Date,Description,Currency,Gross,Fee,Net,Balance,Transaction ID,Name'],
  ['German', 'Datum,Beschreibung,Währung,Brutto,Entgelt,Netto,Guthaben,Transaktionscode,Name'],
  ['French', 'Date,Description,Devise,Avant commission,Commission,Net,Solde,Numéro de transaction,Nom'],
  ['Spanish', 'Fecha,Descripción,Divisa,Bruto,Comisión,Neto,Saldo,Id. de transacción,Nombre'],
  ['Italian', 'Data,Descrizione,Valuta,Lordo,Tariffa,Netto,Saldo,Codice transazione,Nome'],
  ['Portuguese', 'Data,Descrição,Moeda,Bruto,Tarifa,Líquido,Saldo,ID da transação,Nome'],
  ['Dutch', 'Datum,Omschrijving,Valuta,Bruto,Kosten,Net,Saldo,Transactiereferentie,Naam'],
  ['Polish', 'Data,Opis,Waluta,Brutto,Opłata,Netto,Saldo,Numer transakcji,Nazwa'],
])('PayPal’s report of the balance is recognised in %s', async (_name, titles) => {
  expect(await outline(`${titles}\n15/03/2026,X,EUR,"400,00","-1,20","398,80","398,80",A1,Kestrel\n`)).toMatchObject({
    recognised: 'paypal',
    asks: null,
    rows: [['2026-03-15', 40_000, 'EUR', 'new']],
  })
})
