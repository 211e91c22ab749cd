/** The same in English. */
import type { Pair } from './pairs-french.ts';

export const englishPairs: readonly Pair[] = [
  // Durations, numbers, dates
  ['Cookies are kept for 13 months.', 'Cookies are kept for 25 months.', 'substantive duration-changed'],
  ['Cookies are kept for thirteen months.', 'Cookies are kept for 13 months.', 'wording duration-rewritten'],
  ['Cookies are kept for one year.', 'Cookies are kept for 12 months.', 'wording duration-rewritten'],
  ['Cookies are kept for one year.', 'Cookies are kept for two years.', 'substantive duration-changed'],
  ['Cookies are kept for up to 12 months.', 'Cookies are kept for 12 months.', 'substantive scope-changed'],
  [
    'These small cookies expire when you close your browser.',
    'These small cookies expire after a year.',
    'substantive duration-changed',
  ],
  ['We have 3 partners.', 'We have 12 partners.', 'substantive number-changed'],
  ['Last update: March 12, 2021.', 'Last update: May 25, 2022.', 'wording text-reworded'],
  ['In force since March 12, 2021.', 'In force since May 25, 2022.', 'substantive date-changed'],
  // Negations
  ['They do not require your consent.', 'They do require your consent.', 'substantive negation-changed'],
  ["They don't require your consent.", 'They require your consent.', 'substantive negation-changed'],
  ["They don't require your consent.", 'They do not require your consent.', 'wording text-reworded'],
  [
    'They are never shared and do not require consent.',
    'They are never shared and do require consent.',
    'substantive negation-changed',
  ],
  ['They are set with your consent.', 'They are set without your consent.', 'substantive negation-changed'],
  ['No cookie is set.', 'A cookie is set.', 'substantive negation-changed'],
  ['The site cannot read them.', 'The site can read them.', 'substantive negation-changed'],
  [
    'Consent is not necessary for internal cookies but is necessary for the others.',
    'Consent is necessary for internal cookies but is not necessary for the others.',
    'substantive negation-changed',
  ],
  // Modals
  ['The site may set cookies.', 'The site must set cookies.', 'substantive modal-changed'],
  ['The site may set cookies.', 'The site can set cookies.', 'wording text-reworded'],
  ['The site may set cookies.', 'The site sets cookies.', 'substantive modal-changed'],
  ['You must accept them.', 'You should accept them.', 'substantive modal-changed'],
  // Anonymity, purposes, necessity
  ['The statistics are anonymous.', 'The statistics are pseudonymous.', 'substantive anonymity-changed'],
  ['They are statistical cookies.', 'They are advertising cookies.', 'substantive purposes-changed'],
  [
    'They serve statistical or advertising purposes.',
    'They serve statistical purposes.',
    'substantive purposes-changed',
  ],
  [
    'They serve statistical or advertising purposes.',
    'They serve advertising or statistical purposes.',
    'wording text-reworded',
  ],
  ['Strictly necessary cookies are set.', 'Necessary cookies are set.', 'substantive scope-changed'],
  ['Functional cookies are set.', 'Necessary cookies are set.', 'wording text-reworded'],
  ['Necessary cookies are set.', 'Optional cookies are set.', 'substantive necessity-changed'],
  ['Consent is not necessary.', 'Consent is not required.', 'wording text-reworded'],
  // Scope
  ['All cookies are deleted.', 'Some cookies are deleted.', 'substantive scope-changed'],
  ['They are set only with your consent.', 'They are set with your consent.', 'substantive scope-changed'],
  ['They are deleted.', 'They are deleted, except one.', 'substantive scope-changed'],
  ['They are set before you agree.', 'They are set after you agree.', 'substantive scope-changed'],
  ['If you agree, they are set.', 'When you agree, they are set.', 'wording text-reworded'],
  // Consent, refusal
  ['They are set with your consent.', 'They are set with your agreement.', 'wording text-reworded'],
  ['They are set with your consent.', 'They are set.', 'substantive consent-changed'],
  ['It is an opt-in scheme.', 'It is an opt-out scheme.', 'substantive consent-changed'],
  ['You may accept cookies.', 'You may reject cookies.', 'substantive consent-changed'],
  ['You may withdraw at any time.', 'You may withdraw.', 'substantive refusal-changed'],
  // Parties, transfer, data, storage
  ['They are read by the site.', 'They are read by the site and third parties.', 'substantive party-changed'],
  ['They are read by the site.', 'They are read by the site and Google.', 'substantive party-named'],
  ['They are read by the site.', 'They are read by the site and ads.example.com.', 'substantive party-named'],
  [
    'Data is stored in the European Union.',
    'Data is stored outside the European Union.',
    'substantive transfer-changed',
  ],
  ['Data is studied.', 'Data is studied and shared.', 'substantive transfer-changed'],
  [
    'We collect your IP address.',
    'We collect your IP address and location data.',
    'substantive data-kinds-changed',
  ],
  ['The site reads this information.', 'The site stores this information.', 'substantive storage-changed'],
  ['The site keeps this information.', 'The site stores this information.', 'wording text-reworded'],
  // Rewording and form
  [
    'In order to offer you the best service, we use cookies.',
    'In order to offer you the best service, the portal uses cookies.',
    'wording text-reworded',
  ],
  [
    'What are cookies used for on this platform?',
    'What are cookies used for on this portal?',
    'wording text-reworded',
  ],
  ['Third-party cookies', 'Third party cookies', 'typographic spelling-form'],
  ['A "cookie" is small.', 'A “cookie” is small.', 'typographic quotes'],
  [
    'Cookies are small, light and useful.',
    'Cookies are small, light, and useful.',
    'typographic punctuation',
  ],
];
