import type { Storyline } from '../sample-shape.ts'
import { letter, storyline } from '../storyline.ts'

/** Four people who asked Nell something lately and have no answer yet. */
export const owedLetters: Storyline[] = [
  storyline(
    'roswitha',
    'Hello from the hot end',
    letter(
      'b88 06:20',
      'roswitha',
      `Hello Nell! I'm Roswitha, shift lead on the hot side (that's where the sheets come OUT). Joris said to write to you directly because he only forwards things and forgets them. We have 38 people and 17 languages and ONE rota, in Dutch. You see the problem!!`,
    ),
    letter(
      'b88 09:14',
      'nell',
      `Roswitha, I see seventeen problems and one answer. Each person can have their own rota in their own language. Which three would help you most to begin with?`,
    ),
    letter(
      'b87 05:58',
      'roswitha',
      `Polish, Dari and Tagalog! And Dutch for Joris, he gets nervous otherwise.`,
    ),
    letter('b87 08:45', 'nell', `All four are in. Joris can keep his.`),
  ),
  storyline(
    'roswitha',
    'Can we do it with a real one?',
    letter(
      'b9 06:04',
      'roswitha',
      `Good morning!! I showed the girls the sample and they laughed because there is nobody in it called Fatoumata, we have three. Could you make one with our real rota from last week? I'll believe it when I see the three Fatoumatas in the right places.`,
      {
        attach: [
          {
            name: 'hot-side.csv',
            type: 'text/csv',
            content: 'name,shift\nFatoumata A.,early\nFatoumata D.,late\nFatoumata K.,night\n',
          },
        ],
      },
    ),
  ),
  storyline(
    'eamon',
    'minus 24',
    letter(
      'b77 13:33',
      'eamon',
      `saw your stand at the cold chain fair. my lads can do 40 minutes at minus 24 then they have to come out. no rota i know counts that. yours didnt on the day but your man imani said it could`,
    ),
    letter(
      'b76 09:48',
      'nell',
      `Eamon, Imani is a woman and she will forgive you. It counts now: forty in, twenty out, and it refuses a shift that would break it. Want to try to trick it?`,
    ),
    letter(
      'b75 16:20',
      'eamon',
      `tried for an hour. got it once with a leap second sort of thing, not worth your time. sorry to imani`,
    ),
    letter(
      'b74 09:30',
      'nell',
      `We fixed it anyway, because somebody else's lad will stand in that minute. Thank you.`,
    ),
  ),
  storyline(
    'eamon',
    'price',
    letter(
      'b10 14:06',
      'eamon',
      `boss has the budget meeting on the 30th. what is it for 46 people if the office lot dont need it, only the freezer crews? one number will do`,
    ),
  ),
  storyline(
    'jorunn',
    'Tides',
    letter(
      'b150 10:40',
      'jorunn',
      `Hello.

Our boats come in with the tide, not at eight. So the filleting hall starts when the sea says. I have asked four firms for a rota that understands this. Three did not reply. One sent a brochure.`,
    ),
    letter(
      'b149 09:05',
      'nell',
      `Jorunn, we can start a shift at high water plus forty minutes instead of at a clock. I have no brochure. Which harbour's table do you use?`,
    ),
    letter('b147 08:20', 'jorunn', `Tromsø, the official one. You are the first to ask which.`),
    letter(
      'b146 10:12',
      'nell',
      `It is in. {+1} begins at 05:50 for you and at 06:35 the day after. Tell me if the sea disagrees.`,
    ),
    letter('b141 07:55', 'jorunn', `The sea agrees.`),
  ),
  storyline(
    'jorunn',
    'Next year',
    letter(
      'b11 08:02',
      'jorunn',
      `Hello Nell.

The fleet wants to see next year before they vote on the new crew pattern. Can you send the tide table for January to March as shifts, on one sheet? They meet in the net loft and there is no signal there, so paper.`,
    ),
  ),
  storyline(
    'calla',
    'Wet towels, dry wit',
    letter(
      'b125 19:10',
      'calla',
      `Dear Nell,

I run a hotel in which the stairs outnumber the staff. A colleague at the Corrie swears by you, and Moira has never sworn by anything, only at. Might I be shown round?`,
    ),
    letter(
      'b124 09:30',
      'nell',
      `Calla, gladly. Bring one week that went wrong. They are more instructive than the ones that went right.`,
    ),
    letter(
      'b123 20:02',
      'calla',
      `I bring you the week of the piping competition. Four chambermaids eloped. I speak only slightly figuratively.`,
    ),
    letter(
      'b122 09:50',
      'nell',
      `We have replanned the piping competition. You would have been short by one person, not four, and you would have known it on the Thursday before.`,
    ),
    letter(
      'b121 18:41',
      'calla',
      `A Thursday would have been enough. One can find almost anything in Edinburgh on a Thursday. Where do I put my name?`,
    ),
    letter(
      'b120 09:20',
      'nell',
      `Here, with everyone else's: a form with four lines. Imani will sit with you for the first week.`,
    ),
  ),
  storyline(
    'calla',
    'Hogmanay',
    letter(
      'b13 19:44',
      'calla',
      `Nell,

a small, seasonal vanity. Are people who work past midnight on the thirty-first counted to this year or to the next? I have a bet with Ishbel, and there is a bottle on it.`,
    ),
  ),
]
