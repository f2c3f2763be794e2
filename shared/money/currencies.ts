/**
 * ISO 4217 currency codes by their number of decimals (minor units).
 *
 * Source: ISO 4217 "List one: current currency & funds code list", published 2024-06-25, without
 * fund codes and codes that have no minor unit (metals, testing), with amendment 176 (XCG, in force
 * 2025-03-31). Codes withdrawn since (ANG, BGN) stay for contracts of earlier years.
 */
const CODES_BY_DECIMALS = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'],
  [
    2,
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG',
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'UYW'],
] as const

const DECIMALS: ReadonlyMap<string, number> = new Map(
  CODES_BY_DECIMALS.flatMap(([decimals, codes]) => codes.split(' ').map(code => [code, decimals] as const)),
)

/** Every currency code that a contract may have, in alphabetical order. */
export const CURRENCIES: readonly string[] = [...DECIMALS.keys()].sort()

/**
 * The number of decimals of a currency (USD 2, JPY 0, KWD 3); undefined for a code that is not in
 * the table (refused as `unknown-currency`).
 */
export function decimalsOf(currency: string): number | undefined {
  return DECIMALS.get(currency)
}
