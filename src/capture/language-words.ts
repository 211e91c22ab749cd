/** The commonest short words of a few languages, as data: by them a text's language is told. */
export const commonWords: Readonly<Record<string, string>> = {
  fr: 'de d l qu à par le la les des du une un et est que qui dans pour sur au aux ce cette ces vous nous votre vos notre nos sont être peut avec ou ne pas plus il elle ils lorsque afin',
  en: 'the of and to in is that for on are with as this you your we our be may can by or not it which have from when will an these they',
  de: 'der die das und ist sie wir ihre ihr unsere den dem des ein eine einer zu mit für auf von werden wird nicht oder durch wenn sich auch bei nach diese',
  es: 'el la los las de del y en que es un una para por con su sus nuestro nuestra se no puede son este esta estos estas como más o al lo',
  it: 'il lo la gli le di del della dei delle e è che un una per con su nel nella non può sono questo questa questi nostro nostra si al dal dalla anche come',
  nl: 'de het een en van is dat die voor op te in met uw wij onze u zijn niet of door worden wordt kan deze dit om bij naar aan ook als',
  pt: 'o a os as do da dos das e em que é um uma para por com seu sua nosso nossa se não pode são este esta estes como mais ou ao à no na',
};
