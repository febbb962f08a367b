import type { FastifyReply } from 'fastify'
import type { FileAnswer } from '../../platform/area.ts'

/**
 * Answers with bytes that came from outside. A download is only ever that, whatever type its sender claimed. A mail's HTML
 * is shown in a frame of our own page under a policy that lets it run nothing and reach nobody: no script, no form, no
 * request, and remote images only when asked for.
 */
export function answerFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  reply.header('x-content-type-options', 'nosniff').header('cache-control', 'private, no-store')
  if (file.sandboxed) {
    const remote = file.sandboxed.remoteImages ? ' https: http:' : ''
    return reply
      .type('text/html; charset=utf-8')
      .header('x-frame-options', 'SAMEORIGIN')
      .header(
        'content-security-policy',
        `sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: 'self'${remote}; frame-ancestors 'self'; form-action 'none'; base-uri 'none'`,
      )
      .header('referrer-policy', 'no-referrer')
      .send(file.body)
  }
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : 'application/octet-stream'
  return reply
    .type(type)
    .header('content-disposition', attachment(file.fileName))
    .header('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'")
    .send(file.body)
}

/** RFC 6266: a plain name for old clients and the true one beside it, without paths, controls or turned writing. */
function attachment(name: string): string {
  const safe =
    name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
      .replace(/[/\\:*?"<>|]/g, '_')
      .replace(/^[.\s]+|[.\s]+$/g, '')
      .slice(-150) || 'file'
  const plain = safe.replace(/[^\x20-\x7e]/g, '_').replace(/[%;]/g, '_')
  const exact = encodeURIComponent(safe).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}
