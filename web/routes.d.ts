/** Drawn from the catalogue by the build: each operation's name with its method and address. */
declare module 'virtual:routes' {
  export const routes: Readonly<Record<string, string>>
}
