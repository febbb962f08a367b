/** First mails of people who sell; one for each seller. They ask, and nothing is owed. */
export const pitchOpenings: [subject: string, body: string][] = [
  [
    'Senior engineers, available now',
    'I came across Loomwright and was impressed by your growth. I represent three senior engineers who could start at once. Would you be open to a quick call on {+2}?',
  ],
  [
    'Your open role',
    'I noticed you may be hiring. We fill positions like yours in nineteen days on average. Can we find fifteen minutes this week?',
  ],
  [
    'Kandidaten für Loomwright',
    'I specialise in Node and React people in the Nordics. I have two profiles that you should see before Friday. Shall I send them over?',
  ],
  ['Quick question', 'Are you the right person to talk to about recruiting at Loomwright? If not, who is?'],
  [
    '500 qualified leads for you',
    'We deliver 500 qualified leads in shift planning each month, guaranteed. What does your calendar look like on {+1}?',
  ],
  [
    'Scaling outbound',
    'Founders like you waste eleven hours a week on prospecting. We automate all of it. Worth a chat?',
  ],
  [
    'Cut your cloud bill by 40 %',
    'We looked at firms of your size and most of them overpay for cloud. Could I show you where, in ten minutes?',
  ],
  [
    'Migration offer ends soon',
    'Our migration credits run out at the end of the month. Do you have half an hour with our architect before then?',
  ],
  [
    'Partnership?',
    'I love what you are doing with Loomwright. We help founders to grow 10x with content. Are you free on {+3}?',
  ],
  [
    'Co-marketing idea',
    'Our audience of 40,000 operations people would adore you. Would you be up for a joint webinar? There is a small participation fee.',
  ],
  [
    'Fruit for the office',
    'Happy teams eat fresh fruit. May I send you a free tasting box? I only need your address and a headcount.',
  ],
  [
    'Desks and chairs',
    'New year, new desks? Our winter catalogue is attached in spirit. When may I visit you with samples?',
  ],
  [
    'Decision-maker data',
    'We hold 3.2 million contacts of plant managers. Shall I run a free sample for Loomwright?',
  ],
  [
    'Verified emails',
    'How do you find the mails of your buyers today? Ours are verified weekly. Let me know a good time.',
  ],
  [
    'Your site on page two',
    'Your site appears on page two for "rota software". We can put it on page one within 90 days. Shall I send the audit?',
  ],
  ['Broken links', 'I found seven broken links on your site. Would you like the list? No obligation.'],
  ['Payments made easy', 'Loomwright could save up to 0.4 % on each payment. Can we talk numbers on {+2}?'],
  [
    'Last stands in hall 4',
    'Only three stands are left in hall 4 for the spring fair. Would you like to reserve yours, with early booking rate?',
  ],
  [
    'Bookkeeping for start-ups',
    'Is your accountant as fast as you are? Our software closes the month in a day. May I show you?',
  ],
  [
    'Your phone system',
    'Our power dialler makes 300 calls an hour. What would that do for your pipeline? Are you free tomorrow?',
  ],
  ['Cold calling, done for you', 'We call, you close. Could you handle ten more meetings a week?'],
  [
    'A fresh look',
    'We redesigned two of your competitors. Would you like to see what we would do with Loomwright?',
  ],
  ['Brand refresh', 'I sketched a new logo for you in my lunch break. Can I show it to you over a call?'],
  [
    'Customers on autopilot',
    'What if customers came to you while you sleep? Tell me when you have five minutes.',
  ],
  [
    'Team spirit',
    'Did you know that benefits cost less than one resignation? I would love fifteen minutes on {+4}.',
  ],
  [
    'Pre-show dinner',
    'We are inviting selected exhibitors to a dinner. May I put your name on the list? The package starts at 2,900 euros.',
  ],
  [
    'From one founder to another',
    'I run a small team that books meetings for founders. Who handles that at yours?',
  ],
  [
    'Renewal of your free tier',
    'Your free tier is about to change. Do you have a moment for a short call about your options?',
  ],
]

/** What sellers write when nobody answered. */
export const pitchBumps: string[] = [
  'Just floating this to the top of your inbox. Did you get a chance to look?',
  'I know you are busy, so a one-word answer would do. Interested?',
  'Following up on my last mail. Would next week be better?',
  'Should I close your file?',
  'Not sure if you saw my note. Is there a better person to speak to?',
  'Three options: 1) call me, 2) not now, 3) you are being chased by a hippo. Which one is it?',
  'I tried to reach you by phone as well. When are you at your desk?',
  'One last try, as I would hate for you to miss this. Can we talk on {+1}?',
]
