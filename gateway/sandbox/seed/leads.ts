/** Four leads, one of each stage: people sales talks to, who are not customers and cannot be billed. */
import type { SeedLead } from './types.ts'

export const leads: readonly SeedLead[] = [
  {
    leadId: '00QSB00000000012AA',
    firstName: 'Petra',
    lastName: 'Nygaard',
    company: 'Nygaard Saunabau',
    email: 'petra@nygaard-saunabau.example',
    phone: '+49 221 4710 204',
    stage: 'new',
    source: 'Web',
  },
  {
    leadId: '00QSB00000000022AA',
    firstName: 'Owen',
    lastName: 'Trelawney',
    company: 'Trelawney Glass',
    email: 'owen@trelawney-glass.example',
    phone: '+44 1632 960 642',
    stage: 'working',
    source: 'Trade Show',
  },
  {
    leadId: '00QSB00000000032AA',
    firstName: 'Simone',
    lastName: 'Arcand',
    company: 'Cuisines Arcand',
    email: 'simone.arcand@cuisines-arcand.example',
    phone: '+33 5 36 49 22 11',
    stage: 'qualified',
    source: 'Partner Referral',
  },
  {
    leadId: '00QSB00000000042AA',
    firstName: 'Wade',
    lastName: 'Holloway',
    company: 'Holloway Outfitters',
    email: 'wade@holloway-outfitters.example',
    phone: '+1 907 555 0187',
    stage: 'unqualified',
    source: 'Phone Inquiry',
  },
]
