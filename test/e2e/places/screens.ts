import { type Place, visit } from '../visiting.ts'

/** The screens in the sidebar, and the one for a new contract: name, address. */
export const SCREENS: readonly (readonly [name: string, address: string])[] = [
  ['Contracts', ''],
  ['Overview', 'overview'],
  ['Ledger', 'ledger'],
  ['Reports', 'reports'],
  ['Planner', 'planner'],
  ['Reconcile', 'reconcile'],
  ['Settings', 'settings'],
  ['New contract', 'new-contract'],
]

const screen = (name: string, address: string): Place => ({
  name,
  show: async (page, read) => {
    await visit(page, address, read(name))
    return undefined
  },
})

const contract = (contractId: string, title: string): Place => ({
  name: `Contract: ${title}`,
  show: async (page, read) => {
    await visit(page, `contracts/${contractId}`, read(`{${title}}`))
    return undefined
  },
})

/** The list of statements read, which no import has reached yet. */
const noImports: Place = {
  name: 'Statements read: empty',
  show: async (page, read) => {
    await visit(page, 'reconcile/imports', read('Statements read'))
    return undefined
  },
}

/**
 * Every screen and contract, and their states that have an address. Those of `SCREENS` come first.
 */
export const SCREEN_PLACES: readonly Place[] = [
  ...SCREENS.map(([name, address]) => screen(name, address)),
  noImports,
  contract('C0001', 'Website redesign'),
  contract('C0002', 'Brand film'),
  contract('C0003', 'Data migration'),
  contract('C0004', 'Mobile onboarding'),
  contract('C0005', 'Annual report layout'),
  contract('C0006', 'Packaging illustration'),
  contract('C0007', 'Arabic localisation'),
  contract('C0008', 'Icon set'),
  {
    name: 'Contract: none of that number',
    show: async (page, read) => {
      await visit(page, 'contracts/C9999', read('No such contract'))
      return undefined
    },
  },
  {
    name: 'Contracts: nothing found',
    show: async (page, read) => {
      await visit(page, '', read('Contracts'))
      await page.getByRole('searchbox', { name: read('Search contracts') }).fill('0000')
      await page.getByText(read('No contract matches your search and the filters above.')).waitFor()
      return undefined
    },
  },
  {
    name: 'New contract: already under way',
    show: async (page, read) => {
      await visit(page, 'under-way', read('New contract'))
      await page.getByRole('textbox', { name: read('Amount of milestone 1'), exact: true }).waitFor()
      return undefined
    },
  },
  ...['Year', 'Client', 'Contract', 'Month'].map(
    (by): Place => ({
      name: `Reports: by ${by.toLowerCase()}`,
      show: async (page, read) => {
        await visit(page, 'reports', read('Reports'))
        await page.getByRole('tab', { name: read(by), exact: true }).press('Enter')
        await page
          .getByRole('tabpanel', { name: read(by), exact: true })
          .getByRole('table')
          .waitFor()
        return undefined
      },
    }),
  ),
]
