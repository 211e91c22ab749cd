/** The template that a new repository starts from: a plain charter to be made one's own, in either language. */
import type { Template } from '../model/charter.ts';
import type { Catalogue } from './language.ts';

export const starterTemplates: Catalogue<Template> = {
  en: {
    kind: 'template',
    id: 'starter-en',
    language: 'en',
    variables: ['url'],
    sections: [
      { id: 'introduction', label: { en: 'Introduction', fr: 'Introduction' } },
      { id: 'definition', label: { en: 'Cookie?', fr: 'Cookie ?' } },
      { id: 'use', label: { en: 'Use', fr: 'Usage' } },
      { id: 'choice', label: { en: 'Your choice', fr: 'Votre choix' } },
      { id: 'cookies', label: { en: 'Cookies', fr: 'Cookies' } },
    ],
    title: 'Cookie charter',
    body: [
      {
        role: 'paragraph',
        section: 'introduction',
        text: 'This page says which cookies {{url}} sets, and why.',
      },
      { role: 'heading', level: 2, section: 'definition', text: 'What is a cookie?' },
      {
        role: 'paragraph',
        text: 'A cookie is a small text file that a website stores in your browser. It is sent back to the website at each of your visits.',
      },
      { role: 'heading', level: 2, section: 'use', text: 'What the cookies are used for' },
      { role: 'paragraph', text: 'The cookies listed below are needed for {{url}} to work.' },
      { role: 'heading', level: 2, section: 'choice', text: 'Your choice' },
      {
        role: 'paragraph',
        text: 'You can delete cookies, or refuse them, in the settings of your browser.',
      },
      { role: 'heading', level: 2, section: 'cookies', text: 'The cookies' },
      { role: 'table', table: 'cookies' },
    ],
    tables: [
      {
        id: 'cookies',
        columns: [
          { key: 'provider', head: 'Provider' },
          { key: 'name', head: 'Cookie name' },
          { key: 'purpose', head: 'Purpose' },
          { key: 'duration', head: 'Duration' },
        ],
        rows: [],
      },
    ],
  },
  fr: {
    kind: 'template',
    id: 'depart-fr',
    language: 'fr',
    variables: ['url'],
    sections: [
      { id: 'introduction', label: { en: 'Introduction', fr: 'Introduction' } },
      { id: 'definition', label: { en: 'Cookie?', fr: 'Cookie ?' } },
      { id: 'usage', label: { en: 'Use', fr: 'Usage' } },
      { id: 'choix', label: { en: 'Your choice', fr: 'Votre choix' } },
      { id: 'cookies', label: { en: 'Cookies', fr: 'Cookies' } },
    ],
    title: 'Charte cookies',
    body: [
      {
        role: 'paragraph',
        section: 'introduction',
        text: 'Cette page indique quels cookies dépose {{url}}, et pourquoi.',
      },
      { role: 'heading', level: 2, section: 'definition', text: "Qu'est-ce qu'un cookie\u00a0?" },
      {
        role: 'paragraph',
        text: "Un cookie est un petit fichier texte qu'un site web enregistre dans votre navigateur. Il est renvoyé au site à chacune de vos visites.",
      },
      { role: 'heading', level: 2, section: 'usage', text: 'À quoi servent les cookies' },
      {
        role: 'paragraph',
        text: 'Les cookies énumérés ci-dessous sont nécessaires au fonctionnement de {{url}}.',
      },
      { role: 'heading', level: 2, section: 'choix', text: 'Votre choix' },
      {
        role: 'paragraph',
        text: 'Vous pouvez supprimer les cookies, ou les refuser, dans les réglages de votre navigateur.',
      },
      { role: 'heading', level: 2, section: 'cookies', text: 'Les cookies' },
      { role: 'table', table: 'cookies' },
    ],
    tables: [
      {
        id: 'cookies',
        columns: [
          { key: 'provider', head: 'Prestataire' },
          { key: 'name', head: 'Nom du cookie' },
          { key: 'purpose', head: 'Finalité' },
          { key: 'duration', head: 'Durée' },
        ],
        rows: [],
      },
    ],
  },
};
