import type { Locator, Page } from '@playwright/test'
import { settled } from './visiting.ts'

/**
 * The actions of a person in the app. An element receives only what a mouse or keyboard would do to
 * it.
 */
export interface Hands {
  /** Presses a button or follows a link, the first if there are several. */
  press(name: string | RegExp, role?: 'button' | 'link'): Promise<void>
  /** Opens the menu of a button and chooses from it. */
  choose(button: string, item: string): Promise<void>
  /** Replaces the value of a field. */
  write(field: string | RegExp, value: string): Promise<void>
  /** Ticks a box, or chooses one of several. */
  tick(role: 'checkbox' | 'radio', name: string | RegExp): Promise<void>
  /** Opens a collapsed section. */
  unfold(summary: string): Promise<void>
  /** Waits until a dialog is in front and takes a confirmation. */
  atDialog(): Promise<void>
  /** Opens a contract from the list. */
  open(contract: string): Promise<void>
}

const MOST_TABS = 150
const MOST_ARROWS = 20

const inFront = async (page: Page): Promise<Locator | Page> => {
  const dialog = page.getByRole('dialog')
  return (await dialog.isVisible()) ? dialog : page
}

type Role = 'button' | 'link' | 'textbox' | 'checkbox' | 'radio'

async function found(page: Page, role: Role, name: string | RegExp): Promise<Locator> {
  const where = await inFront(page)
  const called = typeof name === 'string' ? { name, exact: true } : { name }
  const locator = where
    .getByRole(role, called)
    // A field that suggests earlier values.
    .or(where.getByRole(role === 'textbox' ? 'combobox' : role, called))
    .first()
  await locator.waitFor()
  return locator
}

async function atDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).waitFor()
  await settled(page)
}

/** Only the mouse, and the keys of the text that is typed. */
export function mouse(page: Page): Hands {
  return {
    press: async (name, role = 'button') => (await found(page, role, name)).click(),
    choose: async (button, item) => {
      await (await found(page, 'button', button)).click()
      await page.getByRole('menuitem', { name: item, exact: true }).click()
    },
    write: async (field, value) => {
      // Three clicks select the whole value.
      await (await found(page, 'textbox', field)).click({ clickCount: 3 })
      await page.keyboard.type(value)
    },
    tick: async (role, name) => (await found(page, role, name)).click(),
    unfold: async summary => (await inFront(page)).getByText(summary, { exact: true }).click(),
    atDialog: () => atDialog(page),
    open: async contract => page.getByRole('grid').getByText(contract, { exact: true }).click(),
  }
}

/** Only the keyboard: Tab until the target has the focus, then its keys. */
export function keyboard(page: Page): Hands {
  const keys = page.keyboard
  const hasFocus = (locator: Locator): Promise<boolean> =>
    locator.evaluate(element => element === document.activeElement)

  async function go(locator: Locator, what: string): Promise<void> {
    // Looked up once: finding an element by its role takes longer than everything else.
    let wanted = await locator.elementHandle()
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      const standing = await wanted?.evaluate(element => {
        if (!element.isConnected) return 'replaced'
        return element === document.activeElement ? 'focused' : 'elsewhere'
      })
      if (standing === 'focused') return
      if (standing === 'replaced') wanted = await locator.elementHandle()
      else await keys.press('Tab')
    }
    throw new Error(`Tab does not reach ${what}`)
  }
  return {
    press: async (name, role = 'button') => {
      await go(await found(page, role, name), `the ${role} ${name}`)
      await keys.press('Enter')
    },
    choose: async (button, item) => {
      await go(await found(page, 'button', button), `the button ${button}`)
      await keys.press('Enter')
      const wanted = page.getByRole('menuitem', { name: item, exact: true })
      await wanted.waitFor()
      for (let arrows = 0; !(await hasFocus(wanted)); arrows++) {
        if (arrows > MOST_ARROWS) throw new Error(`the arrow keys do not reach ${item}`)
        await keys.press('ArrowDown')
      }
      await keys.press('Enter')
    },
    write: async (field, value) => {
      await go(await found(page, 'textbox', field), `the field ${field}`)
      await keys.press('ControlOrMeta+a')
      await keys.type(value)
    },
    tick: async (role, name) => {
      const wanted = await found(page, role, name)
      if (role === 'checkbox') {
        await go(wanted, `the box ${name}`)
        return keys.press('Space')
      }
      // Tab reaches the checked radio button of a group, arrow keys the others.
      const group = await wanted.getAttribute('name')
      await go((await inFront(page)).locator(`input[type="radio"][name="${group}"]:checked`), `the choice ${name}`)
      for (let arrows = 0; !(await wanted.isChecked()); arrows++) {
        if (arrows > MOST_ARROWS) throw new Error(`the arrow keys do not reach ${name}`)
        await keys.press('ArrowDown')
      }
    },
    unfold: async summary => {
      await go((await inFront(page)).getByText(summary, { exact: true }), summary)
      await keys.press('Enter')
    },
    atDialog: () => atDialog(page),
    open: async contract => {
      await page.getByRole('grid').getByText(contract, { exact: true }).waitFor()
      await keys.press('/')
      await keys.type(contract)
      await keys.press('Enter')
    },
  }
}
