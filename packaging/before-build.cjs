/**
 * Tells electron-builder to ignore node_modules: everything is bundled, so there is nothing to
 * rebuild, collect or pack.
 */
module.exports = async () => false
