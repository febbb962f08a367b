import { clinicsAndGrainLetters } from './letters/clinics-and-grain.ts'
import { driftingLetters } from './letters/drifting.ts'
import { farmsAndFoodLetters } from './letters/farms-and-food.ts'
import { friendsAndColleaguesLetters } from './letters/friends-and-colleagues.ts'
import { harboursAndHousesLetters } from './letters/harbours-and-houses.ts'
import { owedLetters } from './letters/owed.ts'
import { pellwormLetters } from './letters/pellworm.ts'
import { waitingLetters } from './letters/waiting.ts'
import type { Storyline } from './sample-shape.ts'

/** Every hand-written thread of the sample world. */
export const storylines: Storyline[] = [
  ...pellwormLetters,
  ...clinicsAndGrainLetters,
  ...driftingLetters,
  ...owedLetters,
  ...waitingLetters,
  ...farmsAndFoodLetters,
  ...harboursAndHousesLetters,
  ...friendsAndColleaguesLetters,
]
