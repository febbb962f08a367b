import { passkey } from '@better-auth/passkey'
import type { BetterAuthOptions } from 'better-auth'
import type { Log } from '../log.ts'

/** What sign-in must know of how people reach this Rapport. */
export interface SignInSettings {
  /** The address that people open, without a slash at its end: http://localhost:4280. */
  baseUrl: string
  /** Further addresses that the same pages are opened by. */
  trustedOrigins?: readonly string[]
  /** The key of secret-key.ts. */
  secret: string
}

/** The header by which our server tells better-auth who asks; one that came from outside is taken away before. */
export const clientHeader = 'x-rapport-client'
/** The addresses of sign-in, below the server's. */
export const signInPath = '/api/auth'
/** Length of passwords, in characters (NIST SP 800-63B 3.1.1: long rather than odd). */
export const passwordLength = { least: 10, most: 128 }

/** All origins that state may be changed from. */
export function originsOf(settings: Pick<SignInSettings, 'baseUrl' | 'trustedOrigins'>): string[] {
  return [settings.baseUrl, ...(settings.trustedOrigins ?? [])].map((url) => new URL(url).origin)
}

/**
 * better-auth as Rapport wants it: password and passkey, sessions in the database (so that ending one ends it at once),
 * nobody signs up by themselves, and no address of it changes who somebody is.
 */
export function authOptions(settings: SignInSettings, log: Log) {
  const origins = originsOf(settings)
  return {
    appName: 'Rapport',
    baseURL: settings.baseUrl,
    basePath: signInPath,
    secret: settings.secret,
    trustedOrigins: origins,
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    disabledPaths: [
      '/sign-up/email',
      '/sign-in/social',
      '/link-social',
      '/update-user',
      '/change-email',
      '/delete-user',
      '/request-password-reset',
      '/reset-password',
      '/send-verification-email',
      '/verify-email',
    ],
    session: { expiresIn: 30 * 86_400, updateAge: 86_400, cookieCache: { enabled: false } },
    // By default it is on in production only, and in memory: here it holds for all processes together.
    rateLimit: {
      enabled: true,
      storage: 'database' as const,
      window: 60,
      max: 200,
      customRules: {
        '/sign-in/email': { window: 60, max: 30 },
        '/change-password': { window: 60, max: 5 },
      },
    },
    advanced: {
      cookiePrefix: 'rapport',
      useSecureCookies: new URL(settings.baseUrl).protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const, path: '/' },
      // Given outright, because under tests it would switch these checks off by itself.
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [clientHeader] },
    },
    plugins: [passkey({ rpID: new URL(settings.baseUrl).hostname, rpName: 'Rapport', origin: origins })],
    // Refusals are answers; only what broke is worth a line.
    onAPIError: {
      onError: (error: unknown) => {
        const { statusCode } = error as { statusCode?: number }
        if (!statusCode || statusCode >= 500) log.error({ err: error }, 'Sign-in failed')
      },
    },
    logger: {
      level: 'warn' as const,
      log: (level: string, message: string) => {
        // A wrong password is the visitor's affair; it says so as a warning.
        if (level === 'error') log.warn({ from: 'sign-in' }, message)
        else log.debug({ from: 'sign-in' }, message)
      },
    },
  } satisfies Omit<BetterAuthOptions, 'database'>
}
