/**
 * The name by which Windows knows the app: it groups windows by it, and shows notifications only of
 * an app that it knows. The same as in electron-builder.yml.
 */
export const APP_ID = 'example.escrowbook.app'
