const RHETORICAL =
  /^(?:(?:hi|hey|hello)\W+)?(?:how are (?:you|things|we|ya)(?: doing| all)?(?: today)?|how(?:'s| is) (?:it going|everything|life|things|the family)|how have you been|how do you do|what'?s up|how goes it|what'?s new|right|ok(?:ay)?|huh|eh|really|correct|isn'?t (?:it|that) .{0,40}|wasn'?t (?:it|that) .{0,40}|is(?:n'?t)? (?:this|that) (?:great|funny|cool|amazing).{0,20}|who knows|who cares|why not|guess what|you know|know what i mean|what (?:a|an) .{0,40}|can you believe .{0,60}|know what|so what|what else is new|what(?:'s| is) not to .{0,20}|remember me|got it|deal|how (?:cool|great|nice|funny) is (?:that|this))\W*$/i
const TAG =
  /,\s*(?:right|huh|eh|isn'?t it|wasn'?t it|don'?t you think|aren'?t they|you know|no|ok(?:ay)?)\s*\?+\s*$/i
const COURTESY =
  /\b(?:please (?:do not|don'?t) hesitate|feel free|do not hesitate|don'?t hesitate|if you (?:have|need) (?:any|additional|further|more|other) (?:questions?|help|information|concerns?|assistance)|(?:any|further|other) questions?,? (?:please|just|call|let|contact|feel)|please (?:disregard|ignore|excuse|forgive|accept my|note that|be (?:advised|aware|informed|assured)|know that)|thank you for your|thanks for your|please (?:find|see) (?:the )?(?:attached|below|enclosed)|if (?:we|i) can be of|(?:call|contact|write|e-?mail)(?: to)?(?: me| us)? (?:back )?(?:with|if you have|should you have) any|let me know if (?:i|we) can\b|(?:i|we) can be reached|hope (?:you|this|all)|if (?:i can|there is|there's) (?:be of|anything))\b/i
const LEAD =
  /^(?:[-*•>\s\d.)(]*)(?:(?:and|also|so|but|ok|okay|then|anyway|again|finally|first|second|next|meanwhile|otherwise|in the mean ?time|if not|if so|if (?:possible|you (?:can|could|would|have (?:time|a chance|a minute)|get a chance|want|need|like|are [\w ]{1,30}))|when you (?:get|have) (?:a )?(?:chance|minute|time|moment)|once (?:you|we) [\w ]{1,40}|before [\w ]{1,40}|as soon as [\w ]{1,30}|by (?:the )?(?:way|tomorrow|monday|tuesday|wednesday|thursday|friday)|[A-Z][a-z]+(?:\s(?:and|&)\s[A-Z][a-z]+)?)\b[\s,:;–-]+){0,3}/
const VERBS =
  'add|address|advise|allow|answer|approve|arrange|ask|attach|attend|bear|bring|call|cancel|change|check|circulate|click|come|comment|complete|confirm|consider|contact|coordinate|copy|cover|create|delete|discuss|do|download|drop|edit|email|e-mail|ensure|explain|fax|file|fill|find|finish|fix|follow|forward|get|give|go|have|help|hold|identify|include|inform|join|keep|leave|let|look|mail|make|meet|move|notify|obtain|open|page|pass|pay|phone|pick|ping|plan|post|prepare|print|process|proceed|provide|put|read|register|remember|remind|remove|reply|report|request|rerun|resend|reserve|respond|return|review|revise|rsvp|run|save|schedule|see|send|set|share|ship|show|sign|speak|start|stop|submit|suggest|take|talk|tell|think|try|turn|update|use|verify|visit|wait|work|write'
const IMPERATIVE = new RegExp(
  `${LEAD.source}(?:please |pls |plz |just |kindly |do |don't )?(?:${VERBS})\\b`,
  'i',
)
const PLEASE = new RegExp(
  `\\b(?:please|pls|plz|kindly)\\s+(?:\\w+ly\\s+)?(?:also\\s+|just\\s+|be sure to\\s+|try to\\s+|do\\s+)?(?:${VERBS}|be|advise)\\b`,
  'i',
)
const ASKING =
  /\b(?:can|could|would|will|may) (?:you|we|i|u|someone|anyone|somebody|y'?all)\b|\blet (?:me|us) know\b|\blet'?s\b|\bi(?:'d| would)? (?:need|want|like) (?:you|your|to (?:know|see|get|have|discuss|meet|talk|schedule|set|hear|speak|invite|request|ask|review|receive))|\bwe (?:need|want|would like) (?:you|your|to (?:know|get|discuss|meet|schedule|set|have))|\bwe'?d like (?:you|your)|\bi'?d (?:like|love|appreciate)|\b(?:would|do|did) you (?:mind|like|want|have|know|think|get|need|send|see)|\bare you\b.*\?|\bis it possible|\bi (?:was wondering|wonder) (?:if|whether)|\bwondering if|\b(?:would|should) (?:be )?(?:greatly |much |really )?appreciate|\bappreciate (?:it if|your)|\byou (?:need|have|may want|might want|should|must|will need|are (?:required|asked|requested)) to\b|\bneed(?:s)? (?:your|you to|it by|this by|from you)|\bi need\b|\bask(?:ing)? (?:you|that you)|\brequest(?:ing)? (?:that|your|you)|\bget (?:back to|together|with) (?:me|us)?|\bgive (?:me|us|him|her|them) a (?:call|ring|shout|heads)|\bcall me\b|\bplease\b|\bwhat about\b|\bhow about\b|\bwhy don'?t (?:we|you)|\bany (?:chance|thoughts|ideas?|news|updates?|word|luck|feedback|comments?)\b.*\?|\bwould it be\b|\bshall we\b|\blook(?:ing)? forward to (?:hearing|your (?:reply|response|answer|comments|feedback))|\bsend me\b|\bmake sure\b|\brsvp\b|\basap\b/i
const QUESTION = /\?[\s)"'”’]*$/
const FOREIGN =
  /\b(?:könn(?:en|ten) sie|kannst du|könntest du|bitte (?:sende|schick|gib|ruf|meld|teil|lass|prüf|bestätig)\w*|würden sie|lassen sie (?:mich|uns)|pou(?:vez|rriez)[- ]vous|peux-tu|merci de (?:me|nous|bien)|veuillez|podr(?:ía|ías|ían)|puede(?:s|n)? (?:enviar|mandar|decir|confirmar)\w*|por favor|você pode|poderia|puoi|potrebbe|potresti|kun(?:t|nen) (?:je|u)|zou (?:je|u)|kan du|kunne du|czy (?:możesz|mógłbyś|może)|можете|пожалуйста)\b/iu

const ENGLISH = /\b(?:the|you|your|to|is|are|of|and|we|it)\b/i

/** It holds one of the commonest English words: no need to look for asks in other languages. */
export const readsEnglish = (sentence: string): boolean => ENGLISH.test(sentence)

/** Signs of asking that are read off a sentence by pattern. */
export interface AskSigns {
  question: boolean
  /** A question that wants no answer: rhetorical, a greeting, a tag. */
  rhetorical: boolean
  /** A stock courtesy: "don't hesitate", "if you have any questions". */
  courtesy: boolean
  please: boolean
  asking: boolean
  imperative: boolean
  foreign: boolean
}

/** Reads the signs of a trimmed sentence. */
export function askSigns(sentence: string): AskSigns {
  const question = QUESTION.test(sentence)
  return {
    question,
    rhetorical: question && (RHETORICAL.test(sentence) || TAG.test(sentence)),
    courtesy:
      COURTESY.test(sentence) &&
      !/\blet me know (?:if|when|what|how|whether|your|which|who)\b(?!.{0,20}questions?)/i.test(sentence),
    please: PLEASE.test(sentence),
    asking: ASKING.test(sentence),
    imperative: IMPERATIVE.test(sentence),
    foreign: !readsEnglish(sentence) && FOREIGN.test(sentence),
  }
}
