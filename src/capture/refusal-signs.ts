/** What the pages say that stand where a charter was expected, as data, in lower case. */

/** Of error pages: in a heading, a window title or a page of few words. */
export const errorSigns =
  /\b(?:40[0134]|410|429|50[0234])\b|not found|page introuvable|introuvable|n[’']existe pas|n[’']a pas été trouvée|forbidden|access denied|accès (?:refusé|interdit)|unauthori[sz]ed|internal server error|erreur (?:interne|serveur)|service (?:unavailable|indisponible|temporairement)|bad gateway|gateway time-?out|something went wrong|une erreur (?:est survenue|s[’']est produite)|site (?:en|under) maintenance|down for maintenance|seite nicht gefunden|página no encontrada|pagina non trovata|pagina niet gevonden/i;

/** Of pages that ask who is there. */
export const loginSigns =
  /^(?:sign in|log in|login|please (?:sign|log) in.*|connexion|se connecter|connectez-vous.*|identifiez-vous.*|identification|authentification|authentication required|anmelden|anmeldung|einloggen|iniciar sesión|accedi|inloggen|iniciar sessão)$/i;

/** Of pages that show nothing without a program, or that ask for a proof. */
export const gateSigns =
  /(?:enable|activate|turn on|requires?|activer|activez|nécessite) (?:de )?javascript|javascript (?:is (?:disabled|required|not enabled)|est (?:désactivé|requis|nécessaire)|doit être activé|required)|captcha|are you (?:a )?(?:human|robot)|verify(?:ing)? (?:that )?you are (?:a )?human|vérif(?:ier|ions|iez) que vous (?:n[’']êtes pas un robot|êtes (?:un )?humain)|checking your browser|just a moment|un instant…|ddos protection/i;
