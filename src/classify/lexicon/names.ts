/** Names: words that are written with a capital and name no party, and parties known by any spelling. */

/** Acronyms, technical words, days and months, which name nobody. */
export const commonCapitals: ReadonlySet<string> = new Set(
  (
    'api url urls http https html csrf xsrf ip id ids pc pdf faq xml json javascript js css sql tls ssl dns sso oauth cdn ' +
    'internet web website cookie cookies browser ok tv sms gps wifi mac android ios windows linux navigateur ' +
    'i eu ue eea eee rgpd gdpr cnil dpo dpd ico nb ps cf etc ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december english french lundi mardi mercredi jeudi vendredi samedi dimanche janvier ' +
    'fevrier mars avril mai juin juillet aout septembre octobre novembre decembre madame monsieur mr mrs mme'
  ).split(' '),
);

/** Publishers of cookies, recognised at the head of a sentence and in small letters too. */
export const knownParties: ReadonlySet<string> = new Set(
  (
    'google doubleclick facebook instagram whatsapp youtube twitter linkedin pinterest tiktok snapchat microsoft ' +
    'bing amazon adobe hotjar matomo piwik xiti atinternet eulerian criteo taboola outbrain teads hubspot salesforce pardot ' +
    'marketo mailchimp brevo sendinblue onetrust didomi axeptio cookiebot tarteaucitron quantcast usercentrics ' +
    'trustcommander sourcepoint cloudflare akamai fastly vimeo dailymotion addthis sharethis disqus zendesk ' +
    'freshdesk paypal mixpanel fullstory contentsquare abtasty optimizely vwo ' +
    'kameleoon newrelic datadog sentry opendatasoft huwise openai yandex baidu alibaba tencent bluekai nielsen ' +
    'comscore mediametrie weborama smartadserver adform appnexus xandr pubmatic liveramp'
  ).split(' '),
);
