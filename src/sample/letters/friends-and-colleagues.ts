import type { Storyline } from '../sample-shape.ts'
import { letter, storyline } from '../storyline.ts'

/** Dov, Rasmus, Agathe, Greta, a sister, and the three desks beside Nell's, which never come into Today. */
export const friendsAndColleaguesLetters: Storyline[] = [
  storyline(
    'dov',
    'dairies and clinics',
    letter(
      'b122 18:40',
      'dov',
      `had lunch with a woman who runs dairies and loathes software. thought of you at once. may i?`,
    ),
    letter(
      'b121 09:01',
      'nell',
      `Dov, you may, and thank you. People who loathe software know what they want.`,
    ),
    letter(
      'b34 18:20',
      'nell',
      `Dov, a word on your clinics man: Teodoro's board meets this month, and Mrs Sandin has come round to us. That began with your doubles partner.`,
    ),
    letter('b33 19:02', 'dov', `he lost 6-2 on sunday and still spoke well of you. i call that a reference.`),
  ),
  storyline(
    'dov',
    'the number you asked me to keep',
    letter(
      'b10 17:55',
      'dov',
      `you said in spring: if we are not at forty customers by november i should tell you to raise prices or hire. you are at thirty-eight. i am telling you nothing. enjoy your coffee.`,
    ),
    letter('b9 09:22', 'nell', `Thirty-eight and two forms out. I am enjoying my coffee very carefully.`),
  ),
  storyline(
    'rasmus',
    'Payroll and planning',
    letter(
      'b340 10:10',
      'rasmus',
      `Hi Nell, we met at the payroll evening, I was the one in the wrong badge. A third of our customers retype hours from a planning tool into ours. Should we stop them?`,
    ),
    letter(
      'b339 09:30',
      'nell',
      `Hi Rasmus, we should. If your side takes a file at night, ours can write it at night. Jun wants to know which of your fields you would like to be rid of.`,
    ),
    letter('b338 11:25', 'rasmus', `All of them honestly. Lis will send him the eleven we need.`, {
      cc: ['lis'],
    }),
    letter('b337 09:09', 'nell', `Eleven it is. We will not invent a twelfth.`, { cc: ['lis'] }),
  ),
  storyline(
    'rasmus',
    'Joint evening in March',
    letter(
      'b8 13:12',
      'rasmus',
      `Room is booked for the 12th of March, sixty chairs, no slides allowed. Your name is on the door with mine. Nothing to do until January.`,
    ),
    letter('b7 09:14', 'nell', `No slides is why I said yes. See you before then.`),
  ),
  storyline(
    'agathe',
    'Receipts, as ever',
    letter(
      'b50 08:30',
      'agathe',
      `Dear Nell, the third quarter is closed. You have one receipt without a reason, 38 euros, "Stoke". I can book it as travel, gifts or mystery.`,
    ),
    letter(
      'b50 10:44',
      'nell',
      `Gifts: a tea caddy for a works director who once gave me a picture's worth of patience. You may file it under mystery if there is a code.`,
    ),
    letter(
      'b49 08:35',
      'agathe',
      `There is no code, there should be. Gifts it is. Everything else was in order, which I note with surprise every quarter.`,
    ),
  ),
  storyline(
    'greta',
    'Your twenty minutes on the radio',
    letter(
      'b165 12:30',
      'greta',
      `Nell! The Sunday crews episode had four thousand listeners, and eleven wrote in to argue with you, which Elke says is a record. I have forwarded the polite ones.`,
    ),
    letter('b164 09:51', 'nell', `Send me the impolite ones too, Greta, they tend to have run a shift.`),
    letter('b163 14:14', 'greta', `Two impolite ones on their way. You asked for it.`),
  ),
  storyline(
    'clara',
    'sunday',
    letter(
      'b3 20:15',
      'clara',
      `Mum wants to know whether you are bringing the big pot or the bigger pot on Sunday. I play at six so dinner is early.`,
    ),
    letter(
      'b2 12:05',
      'nell',
      `The bigger pot. I come by the four o'clock train and I bring bread as well, since last time was a scandal.`,
    ),
    letter('b2 12:40', 'clara', `Bread accepted. Anna's old cello stool is yours if you want it, x`),
  ),
  storyline(
    'tobias',
    'Osterlund at eleven',
    letter(
      'b2 16:30',
      'tobias',
      `Nell, do you want me in the room with Osterlund or next door? And have you got the page about engineers? I only find the one about cooks.`,
    ),
    letter(
      'b1 08:50',
      'tobias',
      `Found it, it was under "cooks". Still need to know about the room: in or out?`,
    ),
  ),
  storyline(
    'imani',
    "Solveig's brother-in-law",
    letter(
      'b3 15:40',
      'imani',
      `He has written me four pages about hens. I like him. Can I give him the pilot price, or is that only for the first farm in a valley?`,
    ),
  ),
  storyline(
    'jun',
    'rest rule, second hole',
    letter(
      'm70',
      'jun',
      `Found another way round the eleven hours: a shift that ends in a clock change. Fix is small. Do you want it out today or with the release on {+2}?`,
    ),
  ),
  storyline(
    'petra',
    'The bank again',
    letter(
      'b30 11:11',
      'petra',
      `The bank has changed its form again. I filled it in twice, once in anger. Nothing for you to do.`,
    ),
  ),
  storyline(
    'petra',
    'Norrgate order form',
    letter(
      'b1 16:55',
      'petra',
      `The staggered dates add up now. Two of the four clinics start on a public holiday, shall I move those by a day? The rest is ready to go.`,
    ),
  ),
]
