/** Version of this build, out of package.json at build time. */
declare const __APP_VERSION__: string
export const appVersion: string = typeof __APP_VERSION__ === 'string' ? __APP_VERSION__ : 'dev'
