import type { Trade } from './sample-shape.ts'

/** The words of a trade: who is planned, where, and when it gets busy. Crews are plural, without an article. */
export interface TradeWords {
  crews: string[]
  sites: string[]
  peaks: string[]
}

export const tradeWords: Record<Trade, TradeWords> = {
  food: {
    crews: [
      'packers',
      'oven hands',
      'weekend temps',
      'the people on line two',
      'cold room pickers',
      'forklift drivers',
    ],
    sites: ['plant', 'packing hall', 'bakehouse', 'cold room', 'old creamery'],
    peaks: ['the spring flush', 'the Easter orders', 'Christmas boxes', 'the audit week', 'barbecue season'],
  },
  care: {
    crews: [
      'night nurses',
      'theatre staff',
      'healthcare assistants',
      'reception',
      'the bank staff',
      'porters',
    ],
    sites: ['ward', 'day clinic', 'second practice', 'east wing', 'surgery'],
    peaks: ['flu season', 'the inspection', 'the summer holidays', 'the winter surge', 'the move'],
  },
  transport: {
    crews: ['drivers', 'the early dispatchers', 'loaders', 'relief crew', 'fitters', 'conductors'],
    sites: ['depot', 'yard', 'north hub', 'workshop', 'terminal'],
    peaks: ['the winter timetable', 'parcel season', 'the bank holiday', 'the new routes', 'strike week'],
  },
  works: {
    crews: [
      'kiln crew',
      'fettlers',
      'the casting shift',
      'crane operators',
      'maintenance',
      'press operators',
    ],
    sites: ['works', 'number two furnace', 'finishing shop', 'yard', 'mould shop'],
    peaks: ['the summer shutdown', 'the big export order', 'stocktaking', 'the relining', 'the trade fair'],
  },
  sea: {
    crews: ['deckhands', 'filleters', 'quay staff', 'the ice plant lads', 'the tally clerks', 'engine crew'],
    sites: ['quay', 'filleting hall', 'pier', 'harbour office', 'hatchery'],
    peaks: ['the mackerel weeks', 'spring tides', 'the cod quota', 'regatta week', 'the refit'],
  },
  hospitality: {
    crews: ['housekeeping', 'breakfast staff', 'night porters', 'kitchen', 'bar staff', 'lifeguards'],
    sites: ['lodge', 'kitchen', 'spa', 'main house', 'pool'],
    peaks: ['the wedding season', 'half term', 'the conference', 'New Year', 'the long weekend'],
  },
  print: {
    crews: [
      'press minders',
      'the bindery',
      'platemakers',
      'hand finishers',
      'the night press',
      'van drivers',
    ],
    sites: ['press hall', 'bindery', 'paper store', 'old works', 'dispatch bay'],
    peaks: [
      'the catalogue season',
      'the election leaflets',
      'the calendars',
      'the school books',
      'the autumn list',
    ],
  },
  farm: {
    crews: [
      'pickers',
      'the milking team',
      'graders',
      'tractor drivers',
      'seasonal hands',
      'the grain dryers',
    ],
    sites: ['packhouse', 'top farm', 'grading shed', 'elevator', 'glasshouse'],
    peaks: ['harvest', 'lambing', 'strawberry weeks', 'planting', 'the egg rush'],
  },
  services: {
    crews: ['cleaners', 'guards', 'the night round', 'ironing staff', 'team leaders', 'the collection crews'],
    sites: ['laundry', 'east contract', 'airport site', 'sorting hall', 'control room'],
    peaks: ['the new contract', 'festival season', 'the handover', 'the summer cover', 'the tender'],
  },
  office: {
    crews: ['the team', 'support', 'the helpdesk', 'trainees', 'the payroll people', 'the field team'],
    sites: ['office', 'studio', 'second floor', 'new place', 'meeting room'],
    peaks: ['year end', 'the fair', 'the audit', 'the launch', 'the summer party'],
  },
}
