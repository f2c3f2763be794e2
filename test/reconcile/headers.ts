import type { StatementColumns } from '../../shared/reconcile/statement-fields.ts'

/** A header as a bank or platform writes it, and the columns that are right for it. */
export interface Header {
  readonly of: string
  readonly titles: string
  readonly right: StatementColumns
}

/** Headers of files in use, delimited by semicolons. */
export const HEADERS: readonly Header[] = [
  {
    of: 'a client’s own list',
    titles: 'Date;Payee;Details;Amount;Currency',
    right: { date: 'Date', name: 'Payee', description: 'Details', amount: 'Amount', currency: 'Currency' },
  },
  {
    of: 'Starling',
    titles: 'Date;Counter Party;Reference;Type;Amount (GBP);Balance (GBP);Spending Category;Notes',
    right: {
      date: 'Date',
      name: 'Counter Party',
      description: 'Reference',
      kind: 'Type',
      amount: 'Amount (GBP)',
      balance: 'Balance (GBP)',
    },
  },
  {
    of: 'a list with directions',
    titles: 'Date;Name;Amount;Currency;Direction',
    right: { date: 'Date', name: 'Name', amount: 'Amount', currency: 'Currency', direction: 'Direction' },
  },
  {
    of: 'a list with statuses',
    titles: 'Date;Name;Amount;Currency;Status',
    right: { date: 'Date', name: 'Name', amount: 'Amount', currency: 'Currency', status: 'Status' },
  },
  {
    of: 'Sparkasse',
    titles:
      'Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Glaeubiger ID;Mandatsreferenz;Kundenreferenz (End-to-End);Sammlerreferenz;Lastschrift Ursprungsbetrag;Auslagenersatz Ruecklastschrift;Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;BIC (SWIFT-Code);Betrag;Waehrung;Info',
    right: {
      date: 'Buchungstag',
      kind: 'Buchungstext',
      description: 'Verwendungszweck',
      name: 'Beguenstigter/Zahlungspflichtiger',
      amount: 'Betrag',
      currency: 'Waehrung',
    },
  },
  {
    of: 'DKB',
    titles:
      'Buchungsdatum;Wertstellung;Status;Zahlungspflichtige*r;Zahlungsempfänger*in;Verwendungszweck;Umsatztyp;IBAN;Betrag (€);Gläubiger-ID;Mandatsreferenz;Kundenreferenz',
    right: {
      date: 'Buchungsdatum',
      status: 'Status',
      name: 'Zahlungsempfänger*in',
      description: 'Verwendungszweck',
      kind: 'Umsatztyp',
      amount: 'Betrag (€)',
    },
  },
  {
    of: 'ING in Germany',
    titles:
      'Buchung;Wertstellungsdatum;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;Saldo;Währung;Betrag;Währung',
    right: {
      date: 'Buchung',
      name: 'Auftraggeber/Empfänger',
      kind: 'Buchungstext',
      description: 'Verwendungszweck',
      balance: 'Saldo',
      currency: 'Währung',
      amount: 'Betrag',
    },
  },
  {
    of: 'comdirect',
    titles: 'Buchungstag;Wertstellung (Valuta);Vorgang;Buchungstext;Umsatz in EUR',
    right: { date: 'Buchungstag', kind: 'Vorgang', description: 'Buchungstext', amount: 'Umsatz in EUR' },
  },
  {
    of: 'N26',
    titles:
      'Booking Date;Value Date;Partner Name;Partner Iban;Type;Payment Reference;Account Name;Amount (EUR);Original Amount;Original Currency;Exchange Rate',
    right: {
      date: 'Booking Date',
      name: 'Partner Name',
      kind: 'Type',
      description: 'Payment Reference',
      amount: 'Amount (EUR)',
    },
  },
  {
    of: 'Revolut',
    titles: 'Type;Product;Started Date;Completed Date;Description;Amount;Fee;Currency;State;Balance',
    right: {
      date: 'Completed Date',
      kind: 'Type',
      description: 'Description',
      amount: 'Amount',
      fee: 'Fee',
      currency: 'Currency',
      status: 'State',
      balance: 'Balance',
    },
  },
  {
    of: 'Chase',
    titles: 'Details;Posting Date;Description;Amount;Type;Balance;Check or Slip #',
    right: {
      date: 'Posting Date',
      description: 'Description',
      amount: 'Amount',
      kind: 'Type',
      balance: 'Balance',
    },
  },
  {
    of: 'Bank of America',
    titles: 'Date;Description;Amount;Running Bal.',
    right: { date: 'Date', description: 'Description', amount: 'Amount', balance: 'Running Bal.' },
  },
  {
    of: 'Capital One',
    titles: 'Account Number;Transaction Description;Transaction Date;Transaction Type;Transaction Amount;Balance',
    right: {
      description: 'Transaction Description',
      date: 'Transaction Date',
      kind: 'Transaction Type',
      amount: 'Transaction Amount',
      balance: 'Balance',
    },
  },
  {
    of: 'Capital One, a card',
    titles: 'Transaction Date;Posted Date;Card No.;Description;Category;Debit;Credit',
    right: {
      date: 'Transaction Date',
      description: 'Description',
      kind: 'Category',
      amount: 'Credit',
      amountOut: 'Debit',
    },
  },
  {
    of: 'Citi',
    titles: 'Status;Date;Description;Debit;Credit',
    right: { status: 'Status', date: 'Date', description: 'Description', amount: 'Credit', amountOut: 'Debit' },
  },
  {
    of: 'Barclays',
    titles: 'Number;Date;Account;Amount;Subcategory;Memo',
    right: { date: 'Date', amount: 'Amount', kind: 'Subcategory', description: 'Memo' },
  },
  {
    of: 'Monzo',
    titles:
      'Transaction ID;Date;Time;Type;Name;Emoji;Category;Amount;Currency;Local amount;Local currency;Notes and #tags;Address;Receipt;Description;Category split;Money Out;Money In',
    right: {
      id: 'Transaction ID',
      date: 'Date',
      kind: 'Type',
      name: 'Name',
      amount: 'Amount',
      currency: 'Currency',
      localAmount: 'Local amount',
      localCurrency: 'Local currency',
      description: 'Description',
    },
  },
  {
    of: 'Lloyds',
    titles:
      'Transaction Date;Transaction Type;Sort Code;Account Number;Transaction Description;Debit Amount;Credit Amount;Balance',
    right: {
      date: 'Transaction Date',
      kind: 'Transaction Type',
      description: 'Transaction Description',
      amount: 'Credit Amount',
      amountOut: 'Debit Amount',
      balance: 'Balance',
    },
  },
  {
    of: 'NatWest',
    titles: 'Date;Type;Description;Value;Balance;Account Name;Account Number',
    right: { date: 'Date', kind: 'Type', description: 'Description', amount: 'Value', balance: 'Balance' },
  },
  {
    of: 'Nationwide',
    titles: 'Date;Transaction type;Description;Paid out;Paid in;Balance',
    right: {
      date: 'Date',
      kind: 'Transaction type',
      description: 'Description',
      amount: 'Paid in',
      amountOut: 'Paid out',
      balance: 'Balance',
    },
  },
  {
    of: 'ING in the Netherlands',
    titles: 'Datum;Naam / Omschrijving;Rekening;Tegenrekening;Code;Af Bij;Bedrag (EUR);Mutatiesoort;Mededelingen',
    right: {
      date: 'Datum',
      name: 'Naam / Omschrijving',
      direction: 'Af Bij',
      amount: 'Bedrag (EUR)',
      kind: 'Mutatiesoort',
      description: 'Mededelingen',
    },
  },
  {
    of: 'Rabobank',
    titles:
      'IBAN/BBAN;Munt;BIC;Volgnr;Datum;Rentedatum;Bedrag;Saldo na trn;Tegenrekening IBAN/BBAN;Naam tegenpartij;Naam uiteindelijke partij;Naam initiërende partij;BIC tegenpartij;Code;Batch ID;Machtigingskenmerk;Incassant ID;Betalingskenmerk;Omschrijving-1;Omschrijving-2;Omschrijving-3;Reden retour;Oorspr bedrag;Oorspr munt;Koers',
    right: {
      date: 'Datum',
      currency: 'Munt',
      amount: 'Bedrag',
      balance: 'Saldo na trn',
      name: 'Naam tegenpartij',
      description: 'Omschrijving-1',
    },
  },
  {
    of: 'bunq',
    titles: 'Date;Interest Date;Amount;Account;Counterparty;Name;Description',
    right: { date: 'Date', amount: 'Amount', name: 'Name', description: 'Description' },
  },
  {
    of: 'Crédit Agricole',
    titles: 'Date;Libellé;Débit euros;Crédit euros',
    right: { date: 'Date', description: 'Libellé', amount: 'Crédit euros', amountOut: 'Débit euros' },
  },
  {
    of: 'BoursoBank',
    titles:
      'dateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;accountNum;accountLabel;accountbalance',
    right: {
      date: 'dateOp',
      description: 'label',
      kind: 'category',
      name: 'supplierFound',
      amount: 'amount',
      balance: 'accountbalance',
    },
  },
  {
    of: 'BNP Paribas',
    titles: 'Date operation;Type operation;Libelle operation;Montant operation en euro',
    right: {
      date: 'Date operation',
      kind: 'Type operation',
      description: 'Libelle operation',
      amount: 'Montant operation en euro',
    },
  },
  {
    of: 'Santander in Spain',
    titles: 'Fecha operación;Fecha valor;Concepto;Importe;Saldo',
    right: { date: 'Fecha operación', description: 'Concepto', amount: 'Importe', balance: 'Saldo' },
  },
  {
    of: 'BBVA',
    titles: 'F.Valor;Fecha;Concepto;Movimiento;Importe;Divisa;Disponible;Divisa;Observaciones',
    right: {
      date: 'Fecha',
      description: 'Concepto',
      kind: 'Movimiento',
      amount: 'Importe',
      currency: 'Divisa',
      balance: 'Disponible',
    },
  },
  {
    of: 'Intesa Sanpaolo',
    titles: 'Data contabile;Data valuta;Descrizione;Accrediti;Addebiti;Descrizione estesa;Mezzo',
    right: {
      date: 'Data contabile',
      description: 'Descrizione',
      amount: 'Accrediti',
      amountOut: 'Addebiti',
    },
  },
  {
    of: 'Fineco',
    titles: 'Data;Entrate;Uscite;Descrizione;Descrizione_Completa;Stato',
    right: { date: 'Data', amount: 'Entrate', amountOut: 'Uscite', description: 'Descrizione', status: 'Stato' },
  },
  {
    of: 'Nubank',
    titles: 'Data;Valor;Identificador;Descrição',
    right: { date: 'Data', amount: 'Valor', id: 'Identificador', description: 'Descrição' },
  },
  {
    of: 'Caixa Geral de Depósitos',
    titles: 'Data mov.;Data valor;Descrição;Débito;Crédito;Saldo contabilístico;Saldo disponível;Categoria',
    right: {
      date: 'Data mov.',
      description: 'Descrição',
      amount: 'Crédito',
      amountOut: 'Débito',
      balance: 'Saldo contabilístico',
      kind: 'Categoria',
    },
  },
  {
    of: 'mBank',
    titles:
      '#Data operacji;#Data księgowania;#Opis operacji;#Tytuł;#Nadawca/Odbiorca;#Numer konta;#Kwota;#Saldo po operacji',
    right: {
      date: '#Data operacji',
      kind: '#Opis operacji',
      description: '#Tytuł',
      name: '#Nadawca/Odbiorca',
      amount: '#Kwota',
      balance: '#Saldo po operacji',
    },
  },
  {
    of: 'PKO',
    titles: 'Data operacji;Data waluty;Typ transakcji;Kwota;Waluta;Saldo po transakcji;Opis transakcji',
    right: {
      date: 'Data operacji',
      kind: 'Typ transakcji',
      amount: 'Kwota',
      currency: 'Waluta',
      balance: 'Saldo po transakcji',
      description: 'Opis transakcji',
    },
  },
  {
    of: 'Fio',
    titles:
      'ID pohybu;Datum;Objem;Měna;Protiúčet;Název protiúčtu;Kód banky;Název banky;KS;VS;SS;Uživatelská identifikace;Zpráva pro příjemce;Typ;Provedl;Upřesnění;Komentář;BIC;ID pokynu',
    right: {
      id: 'ID pohybu',
      date: 'Datum',
      amount: 'Objem',
      currency: 'Měna',
      name: 'Název protiúčtu',
      description: 'Zpráva pro příjemce',
      kind: 'Typ',
    },
  },
  {
    of: 'SEB',
    titles: 'Bokföringsdatum;Valutadatum;Verifikationsnummer;Text;Belopp;Saldo',
    right: { date: 'Bokföringsdatum', description: 'Text', amount: 'Belopp', balance: 'Saldo' },
  },
  {
    of: 'Nordea',
    titles: 'Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Saldo;Valuta',
    right: {
      date: 'Bokföringsdag',
      amount: 'Belopp',
      name: 'Namn',
      description: 'Rubrik',
      balance: 'Saldo',
      currency: 'Valuta',
    },
  },
  {
    of: 'Danske Bank',
    titles: 'Dato;Kategori;Underkategori;Tekst;Beløb;Saldo;Status;Afstemt',
    right: {
      date: 'Dato',
      kind: 'Kategori',
      description: 'Tekst',
      amount: 'Beløb',
      balance: 'Saldo',
      status: 'Status',
    },
  },
  {
    of: 'PostFinance',
    titles: 'Datum;Bewegungstyp;Avisierungstext;Gutschrift in CHF;Lastschrift in CHF;Label;Kategorie',
    right: {
      date: 'Datum',
      kind: 'Bewegungstyp',
      description: 'Avisierungstext',
      amount: 'Gutschrift in CHF',
      amountOut: 'Lastschrift in CHF',
    },
  },
  {
    of: 'Zürcher Kantonalbank',
    titles:
      'Datum;Buchungstext;Whg;Betrag Detail;ZKB-Referenz;Referenznummer;Belastung CHF;Gutschrift CHF;Valuta;Saldo CHF;Zahlungszweck;Details',
    right: {
      date: 'Datum',
      description: 'Buchungstext',
      currency: 'Whg',
      id: 'ZKB-Referenz',
      amount: 'Gutschrift CHF',
      amountOut: 'Belastung CHF',
      balance: 'Saldo CHF',
    },
  },
  {
    of: 'UBS',
    titles:
      'Abschlussdatum;Abschlusszeit;Buchungsdatum;Valutadatum;Währung;Belastung;Gutschrift;Einzelbetrag;Saldo;Transaktions-Nr.;Beschreibung1;Beschreibung2;Beschreibung3;Fussnoten',
    right: {
      date: 'Buchungsdatum',
      currency: 'Währung',
      amount: 'Gutschrift',
      amountOut: 'Belastung',
      balance: 'Saldo',
      id: 'Transaktions-Nr.',
      description: 'Beschreibung1',
    },
  },
  {
    of: 'HDFC',
    titles: 'Date;Narration;Chq./Ref.No.;Value Dt;Withdrawal Amt.;Deposit Amt.;Closing Balance',
    right: {
      date: 'Date',
      description: 'Narration',
      amount: 'Deposit Amt.',
      amountOut: 'Withdrawal Amt.',
      balance: 'Closing Balance',
    },
  },
  {
    of: 'ICICI',
    titles:
      'S No.;Value Date;Transaction Date;Cheque Number;Transaction Remarks;Withdrawal Amount (INR );Deposit Amount (INR );Balance (INR )',
    right: {
      date: 'Transaction Date',
      description: 'Transaction Remarks',
      amount: 'Deposit Amount (INR )',
      amountOut: 'Withdrawal Amount (INR )',
      balance: 'Balance (INR )',
    },
  },
  {
    of: 'Mercury',
    titles:
      'Date (UTC);Description;Amount;Status;Source Account;Bank Description;Reference;Note;Last Four Digits;Name On Card;Category;GL Code;Timestamp;Original Currency',
    right: {
      date: 'Date (UTC)',
      description: 'Description',
      amount: 'Amount',
      status: 'Status',
      kind: 'Category',
    },
  },
  {
    of: 'a bank in Japan',
    titles: '日付;摘要;お支払金額;お預り金額;差引残高',
    right: { date: '日付', description: '摘要', amount: 'お預り金額', amountOut: 'お支払金額', balance: '差引残高' },
  },
]
