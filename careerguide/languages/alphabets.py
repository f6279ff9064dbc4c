"""List where alphabets differ from their script's usual order (CLDR's collations).

A line says which letters follow another: “z å ä=æ” puts å after z and ä after å, and
sorts æ as ä. Babel has no collations, and ICU needs libraries of the system.
"""

ALPHABETS = {
    "ast": "n ñ",
    "az": "c ç; e ə; g ğ; h x ı; k q; o ö; s ş; u ü",
    "be": "е ё; з і й; у ў",
    "br": "c ch c'h c’h",
    "bs": "c č ć; d dž đ; l lj; n nj; s š; z ž",
    "cs": "c č; h ch; r ř; s š; z ž",
    "cy": "c ch; d dd; f ff; g ng; l ll; p ph; r rh; t th",
    "da": "d=ð; y=ü; z æ=ä ø=ö å=aa",
    "dsb": "c č ć; e ě; h ch; k ł; n ń; r ŕ; s š ś; z ž ź",
    "eo": "c ĉ; g ĝ; h ĥ; j ĵ; s ŝ; u ŭ",
    "es": "n ñ",
    "et": "s š z ž; w õ ä ö ü",
    "eu": "n ñ",
    "fa": "ب پ; ج چ; ز ژ; ق ک=ك گ; ن و ه ی=ي=ئ",
    "fi": "d=đ; y=ü; z å ä=æ ö=ø",
    "fy": "i=y",
    "gl": "n ñ",
    "hr": "c č ć; d dž đ; l lj; n nj; s š; z ž",
    "hsb": "c č ć; e ě; h ch; k ł; n ń; r ř; s š; z ž ź",
    "hu": "c cs; d dz dzs; g gy; l ly; n ny; o ö=ő; s sz; t ty; u ü=ű; z zs",
    "is": "a á; d ð; e é; i í; o ó; u ú; y ý; z þ æ=ä ö=ø å",
    "kk": "а ә; г ғ; е ё; к қ; н ң; о ө; у ұ ү; х һ; ы і",
    "ky": "н ң; о ө; у ү",
    "lt": "c č; i=y; s š; z ž",
    "lv": "a ā; c č; e ē; g ģ; i=y ī; k ķ; l ļ; n ņ; o ō; r ŗ; s š; u ū; z ž",
    "mk": "д ѓ; з ѕ; и ј; л љ; н њ; т ќ; ч џ",
    "mn": "о ө; у ү",
    "nb": "d=ð; y=ü; z æ=ä ø=ö å=aa",
    "nn": "d=ð; y=ü; z æ=ä ø=ö å=aa",
    "pl": "a ą; c ć; e ę; l ł; n ń; o ó; s ś; z ź ż",
    "ro": "a ă â; i î; s ș=ş; t ț=ţ; z ż",
    "sk": "a ä; c č; h ch; o ô; r ř; s š; z ž",
    "sl": "c č ć; d đ; s š; z ž",
    "sq": "c ç; d dh; e ë; g gj; l ll; n nj; r rr; s sh; t th; x xh; z zh",
    "sr": "д ђ; и ј; л љ; н њ; т ћ; ч џ; c č ć; d dž đ; l lj; n nj; s š; z ž",
    "sv": "d=ð=đ; y=ü; z å ä=æ ö=ø=ő=œ=ô",
    "tg": "г ғ; и ӣ; к қ; у ӯ; х ҳ; ч ҷ",
    "tk": "c ç; e ä; j ž; n ň; o ö; s ş; u ü; y ý",
    "tr": "c ç; g ğ; h ı; o ö; s ş; u ü",
    "uk": "г ґ; е є; и і ї й",
    "ur": "ب پ; ت ٹ; ج چ; د ڈ; ر ڑ; ز ژ; ق ک=ك گ; ن ں و ہ=ه ھ ء ی=ي ے",
    "uz": "z oʻ gʻ sh ch",
    "vi": "a ă â; d đ; e ê; o ô ơ; u ư",
}
# Everywhere: letters that no accent makes, and where they stand.
EVERYWHERE = "d=đ; o=ø; l=ł; h=ħ; t=ŧ; e ə; n ŋ; z þ; i=ı; и й; і ї; у ў; ء آ"
TWO_LETTERS = {"æ": "ae", "œ": "oe"}
