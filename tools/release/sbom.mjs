const DEVELOPMENT = 'cdx:npm:package:development'

/**
 * The parts of CycloneDX, as `npm sbom` writes it, that are read here.
 * @typedef {{ 'bom-ref': string, name: string, version: string, scope: string, properties: { name: string, value: string }[] }} Component
 * @typedef {{ ref: string, dependsOn: string[] }} Dependency
 * @typedef {{ metadata: { component: { name: string, type: string } }, components: Component[], dependencies: Dependency[] }} Sbom
 */

/**
 * The part of an SBOM that ships: everything except development dependencies, plus Electron, which
 * is one because the packager requires it there. `npm sbom --omit=dev` does not work instead: it
 * also drops packages that both the app and a development tool use.
 * @param {Sbom} all
 * @param {string} name the app's own
 * @returns {Sbom}
 */
export function shippedPart(all, name) {
  const isElectron = (/** @type {Component} */ component) => component.name === 'electron'
  // An optional one is a peer that only development installs, such as types.
  const isDevelopment = (/** @type {Component} */ { properties, scope }) =>
    scope === 'optional' || properties.some(({ name }) => name === DEVELOPMENT)
  if (!all.components.some(isElectron)) throw new Error('the SBOM does not list electron')
  const components = all.components
    .filter(component => isElectron(component) || !isDevelopment(component))
    .map(component => (isElectron(component) ? { ...component, scope: 'required', properties: [] } : component))
  const electron = components.find(isElectron)?.['bom-ref']
  const [root] = all.dependencies
  const refs = new Set([root?.ref, ...components.map(component => component['bom-ref'])])
  return {
    ...all,
    metadata: { ...all.metadata, component: { ...all.metadata.component, name, type: 'application' } },
    components,
    dependencies: all.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({
        ref,
        // Electron's own dependencies only serve to download it.
        dependsOn: ref === electron ? [] : dependsOn.filter(one => refs.has(one)),
      })),
  }
}
