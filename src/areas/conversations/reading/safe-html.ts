import sanitize from 'sanitize-html'
import { boundNesting } from './html-nesting.ts'
import { safeStyle } from './style-attribute.ts'

/** What a reader of a mail wants shown. */
export interface SafeHtmlOptions {
  /** Where a picture of the mail itself is to be had, by its content id; null where the mail has none such. */
  cid: (contentId: string) => string | null
  /** Remote pictures tell their sender that the mail was read: blocked until the reader asks. */
  images: 'blocked' | 'shown'
}

/** Longer HTML is cut here before it is looked at. */
const mostCharacters = 2_000_000

const tags = (
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt ' +
  'em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp section ' +
  'small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr'
).split(' ')

/** Elements that go with all that is in them. */
const gone = (
  'script style title noscript iframe frame frameset object embed applet svg math template textarea option ' +
  'select button noembed noframes plaintext xmp audio video canvas'
).split(' ')

const pictureData = /^data:image\/(png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]+$/i

/**
 * HTML from a stranger's mail made safe to show: no scripts, handlers, forms, frames, embedded documents, style
 * sheets or remote loads; links open apart and tell nothing. Meant for a sandboxed frame under a strict policy
 * besides: each of the two has to hold alone.
 */
export function safeHtml(html: string, options: SafeHtmlOptions): string {
  return sanitize(boundNesting(html.slice(0, mostCharacters)), {
    allowedTags: tags,
    nonTextTags: gone,
    allowedAttributes: {
      '*': ['style', 'dir', 'lang', 'title', 'align', 'valign', 'bgcolor', 'width', 'height'],
      a: ['href', 'rel', 'target'],
      img: ['src', 'alt', 'data-remote-src', 'data-missing'],
      font: ['color', 'face', 'size'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
      table: ['border', 'cellpadding', 'cellspacing'],
      col: ['span'],
      ol: ['start', 'type'],
      li: ['value'],
      time: ['datetime'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    // Addresses of pictures were judged one by one in `picture`; whatever comes from there is meant.
    allowedSchemesByTag: { img: ['http', 'https', 'data', 'blob', 'cid'] },
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    disallowedTagsMode: 'discard',
    enforceHtmlBoundary: false,
    nestingLimit: 200,
    transformTags: {
      '*': (tagName, attribs) => ({ tagName, attribs: tidy(attribs) }),
      a: (tagName, attribs) => ({ tagName, attribs: link(tidy(attribs)) }),
      img: (tagName, attribs) => ({ tagName, attribs: picture(tidy(attribs), options) }),
    },
  })
}

function tidy(attribs: sanitize.Attributes): sanitize.Attributes {
  const out = { ...attribs }
  if (out.style !== undefined) {
    const style = safeStyle(out.style)
    if (style) out.style = style
    else delete out.style
  }
  for (const name of ['bgcolor', 'color', 'face', 'width', 'height']) {
    const value = out[name]
    if (value !== undefined && !/^[a-z0-9#%., '"-]{1,100}$/i.test(value)) delete out[name]
  }
  return out
}

function link(attribs: sanitize.Attributes): sanitize.Attributes {
  const href = plainAddress(attribs.href ?? '')
  const { href: _, rel: __, target: ___, ...rest } = attribs
  if (!/^(https?:\/\/|mailto:)/i.test(href)) return rest
  return { ...rest, href, rel: 'noopener noreferrer nofollow', target: '_blank' }
}

function picture(attribs: sanitize.Attributes, options: SafeHtmlOptions): sanitize.Attributes {
  const src = plainAddress(attribs.src ?? '')
  const { src: _, 'data-remote-src': __, 'data-missing': ___, ...rest } = attribs
  if (/^cid:/i.test(src)) {
    const found = options.cid(decode(src.slice(4)))
    return found ? { ...rest, src: found } : { ...rest, 'data-missing': 'cid' }
  }
  if (pictureData.test(src)) return { ...rest, src }
  if (!/^https?:\/\//i.test(src)) return rest
  return options.images === 'shown' ? { ...rest, src } : { ...rest, 'data-remote-src': src }
}

/** Browsers pass over white space and control characters in addresses; so does this, before judging them. */
function plainAddress(address: string): string {
  return address.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
