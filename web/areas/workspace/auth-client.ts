import { passkeyClient } from '@better-auth/passkey/client'
import { createAuthClient } from 'better-auth/client'

/** Passkeys speak to the server by better-auth's own client; loaded only where one signs in or keeps them. */
export const auth = createAuthClient({
  baseURL: window.location.origin,
  basePath: '/api/auth',
  plugins: [passkeyClient()],
})
