/** English words of cookie law, by concept. */
import type { Lexicon } from './lexicon.ts';

export const english: Lexicon = {
  language: 'en',
  groups: {
    party: {
      'third-party': 'third part*, external site*, external part*, external compan*, external service*',
      partners: 'partner*',
      provider: 'service provider*, provider, providers, supplier*, vendor*',
      processor: 'processor*, subprocessor*, subcontractor*, sub processor*, sub contractor*',
      'ad-network': 'ad network*, advertising network*, advertising agenc*, advertiser*, ad agenc*',
      affiliates: 'affiliate*, subsidiar*, group compan*',
      recipients: 'recipient*',
      authorities: 'authorit*',
      controller: 'data controller*, controller, controllers',
      dpo: 'data protection officer*, dpo',
      'first-party': 'first part*, internal, our own cookies',
    },
    consent: {
      consent:
        'consent*, agree, agrees, agreed, agreeing, agreement*, accept*, permission*, authori*, opt in, opting in, opted in, approv*, allow cookie*, allow all cookie*, allow the cookie*',
      prior: 'prior, previous consent, beforehand',
      explicit: 'explicit*, express, expressly, unambiguous*',
      implied:
        'implicit*, implied, tacit*, deemed, by continuing, continuing to ~ site, continue to browse, continue browsing, continuing to use, continue to use',
      exempt: 'exempt*',
      default: 'by default, pre ticked, preticked, pre checked',
      enable:
        'enable, enabled, enabling, activat*, turn on, turned on, switch on, switched on, ticked, checked',
      'legitimate-interest': 'legitimate interest*',
    },
    data: {
      personal: 'personal data, personal information, personally identif*, personal details',
      ip: 'ip address*, ip',
      identifiers: 'identifier*, id, ids',
      credentials: 'login, logins, credential*, username*, user name*',
      password: 'password*',
      location: 'geolocat*, location data, your location, geographic*',
      email: 'e mail*, email*',
      name: 'first name*, last name*, surname*, full name*, your name',
      phone: 'telephone*, phone number*',
      browsing:
        'browsing, history, pages visited, pages viewed, pages you visit*, behavio*, habits, clicks, navigation',
      device: 'device*, terminal*, computer*, smartphone*, tablet*',
      health: 'health, medical',
      sensitive:
        'sensitive, biometric*, genetic*, opinion*, religio*, sexual orientation, ethnic*, racial*, trade union*',
      payment: 'bank*, credit card*, payment*',
      minors: 'minor, minors, child, children',
      demographics: 'age, date of birth, gender, demographic*',
      interests: 'interests',
    },
    purposes: {
      statistics: 'statistic*, analytic*',
      audience: 'audience*, traffic, measure visits, measure ~ visits, visitor numbers, number of visit*',
      advertising: 'advert*, ad, ads',
      targeting: 'target*, retarget*, remarketing',
      marketing: 'marketing, commercial*, promotion*, prospecting',
      profiling: 'profil*',
      tracking: 'track, tracks, tracked, tracking, trace, tracing, traced, follow, follows, followed',
      social: 'social media, social network*, social plugin*, share button*, sharing button*',
      personalisation: 'personalis*, personaliz*, customis*, customiz*, tailor*, preference cookie*',
      security: 'secur*, fraud*, csrf',
      authentication: 'authenticat*, log in, logged in, sign in, signed in',
      performance: 'performance',
      improvement: 'improv*, optimis*, optimiz*, enhanc*',
      research: 'scientific research, research purposes',
      testing: 'a b test*',
    },
    necessity: {
      necessary: 'necessary, indispensable, essential, needed for',
      functional:
        'functional, functionality cookie*, functioning, proper functioning, technical cookie*, function* properly, work* properly',
      required:
        'consent ~ necessary, agreement ~ necessary, permission ~ necessary, require, requires, required, requiring, requirement*, mandatory, need, needs, needed, compulsory, obligatory',
      optional: 'optional*, unnecessary, dispensable, nonessential, inessential',
    },
    anonymity: {
      anonymous: 'anonym*',
      pseudonymous: 'pseudonym*',
      aggregated: 'aggregat*',
      identifying:
        'identifiable, re identif*, reidentif*, identify you, identify a person, identify an individual',
      truncated: 'truncat*, partial*, masked, masking, shortened, redacted',
      full: 'full ip, full address*, full data, full identifier*, complete ip, complete address*, complete data, complete identifier*, unmasked, untruncated',
      encrypted: 'encrypt*, hashed, hashing',
    },
    transfer: {
      share:
        'share, shares, shared, sharing, transmit*, transmission*, disclos*, transfer*, pass on, passed on, send, sends, sent, sending, communicated',
      sell: 'sell, sells, sold, selling, resell*, resold, sale, sales, monetis*, monetiz*',
      public: '? public, ? publicly, made public, make public, makes public',
      private: 'private, privately, confidential*',
      'outside-union':
        'outside the european union, outside of the european union, outside the eu, outside of the eu, outside the eea, outside of the eea, outside the european economic area, outside europe, outside of europe, third countr*, abroad',
      'inside-union': 'european union, eu, eea, european economic area, europe',
      'united-states': 'united states, usa',
      safeguards: 'standard contractual clause*, adequacy decision*, privacy shield, data privacy framework',
    },
    storage: {
      place:
        'place, places, placed, placing, deposit*, set by, sets cookies, set cookies, set on, sets a cookie, drop, dropped, drops, install*',
      store:
        'store, stores, stored, storing, storage, save, saves, saved, saving, record, records, recorded, recording, keep, keeps, kept, keeping, retain*, retention, remember*, memoris*, memoriz*',
      read: 'read, reads, reading, access to your, accesses your, accessed by, retrieve, retrieves, retrieved, access data, access the data, access information',
      collect: 'collect, collects, collected, collecting, collection, gather*',
      host: 'host, hosted, hosts, hosting',
      renew: 'renew*, prolong*, roll over, rolls over',
    },
    trackers: {
      pixel: 'pixel*, clear gif*',
      beacon: 'web beacon*, beacon*, tag, tags',
      'local-storage': 'local storage, localstorage, session storage, sessionstorage, web storage, indexeddb',
      fingerprint: 'fingerprint*',
      sdk: 'sdk, sdks, software development kit*',
    },
    refusal: {
      refuse: 'refus*, reject*, declin*, opt out, opting out, opted out, deny, denied',
      withdraw: 'withdr*, revok*, revoc*, change your mind',
      object: 'object to, objection*, object, objecting',
      block:
        'block, blocks, blocked, blocking, disabl*, deactivat*, turn off, turned off, switch off, switched off, off, unticked, unchecked, prevent*',
      erase: 'delet*, eras*, remov*, clear your cookies, clear cookies',
      manage: 'manage, manages, managing, configur*, settings, set up your',
      ignore: 'ignor*',
      'any-time': 'at any time, at any moment, anytime, any time',
      rights: 'right, rights, rectif*, portability',
      complain: 'complaint*, complain',
    },
    price: {
      free: 'free, free of charge, at no cost, at no charge',
      paid: 'paid, pay, pays, paying, fee, fees, subscription*, subscriber*',
    },
    legal: {
      gdpr: 'gdpr, general data protection regulation, rgpd',
      'data-protection-act': 'data protection act',
      cnil: 'cnil, ico, supervisory authority',
      eprivacy: 'eprivacy, e privacy, pecr',
    },
    modal: {
      may: 'may, might, can, could, able to, it is possible, possible to, option to, free to, possibility, likely to',
      must: 'must, shall, has to, have to, having to, need to, obliged to, required to, obligation*',
      should: 'should, ought',
      forbid: 'forbid*, prohibit*, forbidden',
      commit: 'undertake to, undertakes to, commit to, commits to, committed to',
    },
    scope: {
      all: 'all, every, each, any, entire, entirety, whole, everything',
      some: 'some, a few, certain cookies, certain data, certain information, certain features, certain services, certain types, certain categories, certain third',
      only: 'only, solely, exclusively, merely, sole, limited to',
      strictly: 'strict, strictly, absolutely, purely',
      except:
        'except, exception*, excepting, unless, other than, excluding, exclude*, exclusion*, save for, apart from, subject to',
      always: 'always, systematically, invariably',
      automatic: 'automat*',
      often: 'often, frequently, ? generally, ? in general, ? usually, ? commonly',
      'once-a': 'once a, once per, twice a, twice per, times a, times per, each visit, every visit',
      usually:
        'in principle, normally, ordinarily, as a rule, where possible, wherever possible, if possible, as far as possible',
      nearly: 'almost, nearly, virtually, ? practically',
      later: 'soon, in future, in the future, later',
      less: 'less',
      seldom: 'rarely, seldom, hardly, scarcely, barely, infrequently',
      most: 'most, ? mostly',
      many: 'many, numerous, ? several, ? multiple, ? various, ? different',
      few: 'few',
      failing: 'fail to, fails to, failed to, failing to, refrain from, refrains from, cease to, ceases to',
      sometimes: 'sometimes, occasionally, possibly',
      'at-most':
        'up to, until, at most, maximum, no longer than, not exceeding, no more than, within #, within a period of',
      'at-least': 'at least, minimum',
      'more-than': 'more than #, over #, longer than, greater than, beyond',
      'less-than': 'less than #, fewer than #, under #, shorter than',
      about: 'approximately, about #, around #, roughly',
      before: 'before, prior to',
      after: 'after, once you',
      'at-once': 'as soon as, immediately, straight away',
      while: 'as long as, so long as',
      condition: 'if, provided that, in case, in the event, on condition, ? when, ? whenever, ? where',
    },
    openness: {
      'open-list':
        'such as, including, include, includes, for example, for instance, e g, etc, in particular, notably, among others, and others, ? like, ? namely',
    },
  },
  neutral:
    'no doubt, step by step, if you wish, if you want, if you would like, if you have any questions, above all, first of all, at all, not only, all right, after all, take place, takes place, in place, in place of, put in place, any further, in all, so called, that is to say, right now, right away, on the right, as well as, drop down, app store, to place an order, privacy, private life, private lives, private browsing, private mode, private window*, public service*, public sector, public interest, general public, public bod*, public law, the public, log off, sign off, off line, feel free, tick box*, how many, as many, so many, free from, free software, free text, most recent',
  negation: {
    words: 'not, no, never, none, nor, neither, without, nothing, nobody, non, unable',
    particles: '',
    partners: '',
    restrictive: '',
  },
  persons: { we: 'we, our, ours, us', you: 'you, your, yours' },
  functionWords:
    'the a an of to in on for by with from as at and or but this that these those it its his her their our your my we you they he she i is are was were be been being am has have had do does did will would which who whom whose what how into onto about also such then there here than so us them him me one s t re ve ll d when where while via per if',
  lightWords:
    'allow allows allowing allowed let lets letting enable enables enabling used use uses using usage serve serves serving help helps helping aim aims purpose purposes intended designed cookie cookies tracker trackers file files order',
  revision:
    'update, updated, date modified, last modified, last amended, last revised, version, effective date, revision, last change, last changed, dated',
};
