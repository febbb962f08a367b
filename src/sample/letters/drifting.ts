import type { Storyline } from '../sample-shape.ts'
import { letter, storyline } from '../storyline.ts'

/** Three people who used to write often and have gone quiet: nobody owes anybody a letter. */
export const driftingLetters: Storyline[] = [
  storyline(
    'matthias',
    'Kiln seven',
    letter(
      'b240 12:14',
      'matthias',
      `Nell,

a kiln takes three days to cool and nobody can hurry it. I tell you this because our planning board has lately been asked to hurry a great many things. I have 61 people, nine kilns, and a board that believes a rota is a kind of wish.

If your software can say no politely on my behalf, I should like to meet it.`,
    ),
    letter(
      'b239 09:33',
      'nell',
      `Matthias,

it says no with reasons, which boards find harder to overrule. What is the question that they ask most?`,
    ),
    letter(
      'b237 13:08',
      'matthias',
      `"Can't we just do Saturday?" We can. Then we can't do Monday. I would pay for a picture of that one sentence.`,
    ),
    letter(
      'b236 10:20',
      'nell',
      `Here it is: your Saturday, and the Monday that it eats. I made it from the board you photographed.`,
      {
        attach: [
          {
            name: 'saturday.svg',
            type: 'image/svg+xml',
            content: '<svg xmlns="" viewBox="0 0 40 10"><rect width="20" height="10"/></svg>',
          },
        ],
      },
    ),
    letter(
      'b235 16:41',
      'matthias',
      `I put it on the table and said nothing. It was the shortest board meeting since the flood.`,
    ),
  ),
  storyline(
    'matthias',
    'Glaze, and other accidents',
    letter(
      'b96 11:50',
      'matthias',
      `We opened number four this morning and the whole load had come out the blue of a winter evening, which nobody ordered. I have kept two cups back. One of them is yours when you come up.`,
    ),
    letter(
      'b95 09:15',
      'nell',
      `I will come up for a cup in a colour nobody ordered. That is a better reason than any I could have invented.`,
    ),
    letter(
      'b94 14:30',
      'matthias',
      `Gethin says it was the damp. I say it was luck, and that one should not enquire into it.`,
    ),
  ),
  storyline(
    'matthias',
    'The signer',
    letter(
      'b32 10:22',
      'matthias',
      `Rhiannon signs, as you know, and she has the autumn accounts until the end of the month. I would let her be until then. She reads best on a quiet desk.`,
    ),
    letter(
      'b30 09:02',
      'nell',
      `Then we let her be. Thank you for saying so, most people would have let me walk into it.`,
    ),
    letter(
      'b29 12:44',
      'matthias',
      `You would have walked into it gracefully. Kiln three goes out tonight; I am going to stand beside it and be warm.`,
    ),
  ),
  storyline(
    'leontine',
    'beer, and who brews it at 4 am',
    letter(
      'b260 15:31',
      'leontine',
      `Nell!! Verity showed me your thing on her phone and I have been playing with it for an hour instead of doing the excise return. It does the 4 am mash properly. NOTHING does the 4 am mash properly. Tell me what it costs before I fall any further.`,
    ),
    letter(
      'b259 09:40',
      'nell',
      `Leontine, three euros a head and month, and nothing for the people who only look. Do the excise return first, because they are less friendly than I am.`,
    ),
    letter(
      'b259 18:22',
      'leontine',
      `Return done, 19 minutes late, nobody died. We are 27 heads. I am in. Sipho wants it known that he was against it and is now also in.`,
    ),
  ),
  storyline(
    'leontine',
    'A barrel with your name on it',
    letter(
      'b130 16:16',
      'leontine',
      `We are ageing a stout and it needed a name and the brewers voted and it is called Loomwright, because it keeps everyone in their place. You cannot stop this. It is on the barrel.`,
    ),
    letter(
      'b129 10:05',
      'nell',
      `I have never been so honoured by something I would not be allowed to drive after. When do we open it?`,
    ),
    letter(
      'b128 17:45',
      'leontine',
      `Second week of November if the gods are kind and Sipho keeps his hands off it.`,
    ),
  ),
  storyline(
    'leontine',
    'Taproom rota',
    letter(
      'b40 15:20',
      'leontine',
      `The taproom is on it since Monday. Verity made the students swap by themselves and the shouting has moved from my office to their phones, which is where it belongs.`,
    ),
    letter(
      'b39 09:11',
      'nell',
      `Shouting on phones is what we are for. I am glad it is quiet where you are.`,
    ),
    letter('b38 16:05', 'leontine', `It is so quiet I can hear the yeast. Big order for Leeds, must run!`),
  ),
  storyline(
    'casimir',
    'Two practices, one hygienist',
    letter(
      'b210 12:12',
      'casimir',
      `Dear Nell,

I hope this finds you well. We are a small dental practice with a second room in the next town, and one hygienist who is wanted in both. Sorcha is patient, but I fear not endlessly. I wonder whether we are too small for you.`,
    ),
    letter(
      'b209 10:30',
      'nell',
      `Casimir, nobody is too small to be double-booked. Nine people is our smallest customer and they are the ones who write the best letters. Shall we put Sorcha's week in and see where it hurts?`,
    ),
    letter(
      'b208 11:55',
      'casimir',
      `I have put it in. It hurts on Wednesdays. Sorcha looked at the screen and said she could have told us, which she had.`,
    ),
    letter('b208 14:10', 'nell', `Then the software has agreed with Sorcha, and we can start.`),
  ),
  storyline(
    'casimir',
    'The Wednesday problem, solved',
    letter(
      'b58 11:40',
      'casimir',
      `Dear Nell,

a small report. Sorcha now spends Wednesdays in one place. Nobody has apologised to a patient since the first of the month. I had not noticed how often we did it until it stopped.`,
    ),
    letter(
      'b57 09:58',
      'nell',
      `That is worth more to me than a reference, Casimir. May I tell it without the name?`,
    ),
    letter(
      'b56 12:20',
      'casimir',
      `You may tell it with the name. Sorcha would like hers spelled correctly.`,
    ),
    letter('b55 09:05', 'nell', `S, o, r, c, h, a. I have practised. Thank you both.`),
  ),
]
