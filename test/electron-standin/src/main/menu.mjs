import { record, runtime } from '../runtime.mjs'
import { electronClass } from '../stand-in-object.mjs'
import { BrowserWindow } from './browser-window.mjs'

let lastCommand = 0

export class MenuItem {
  /** @param {Record<string, any>} options Electron's; accelerators are kept but not listened for */
  constructor(options) {
    lastCommand += 1
    const { submenu, click, ...rest } = options
    Object.assign(
      this,
      { type: submenu ? 'submenu' : 'normal', enabled: true, visible: true, checked: false, label: '' },
      rest,
    )
    this.commandId = lastCommand
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : submenu
    this.click_ = click
  }
  click(event = {}, window = BrowserWindow.getFocusedWindow()) {
    if (this['type'] === 'checkbox') this['checked'] = !this['checked']
    this.click_?.(this, window, event)
  }
}

export class Menu extends electronClass('Menu') {
  /** @type {Menu | null} */
  static #application = null

  constructor() {
    super()
    /** @type {MenuItem[]} */
    this.items = []
  }
  static buildFromTemplate(/** @type {Array<Record<string, any>>} */ template) {
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menu
  }
  static setApplicationMenu(/** @type {Menu | null} */ menu) {
    Menu.#application = menu
    record('Menu.setApplicationMenu', menu?.items.map(({ label, role }) => label || role) ?? null)
  }
  static getApplicationMenu() {
    return Menu.#application
  }
  append(/** @type {MenuItem} */ item) {
    this.items.push(item)
  }
  insert(/** @type {number} */ at, /** @type {MenuItem} */ item) {
    this.items.splice(at, 0, item)
  }
  /** @returns {MenuItem | null} */
  getMenuItemById(/** @type {string} */ id) {
    for (const item of this.items) {
      const found = item['id'] === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
  popup(/** @type {object} */ options = {}) {
    record('Menu.popup', options)
    runtime.signals.emit('menu-popup', this)
  }
  closePopup() {
    record('Menu.closePopup')
  }
}
