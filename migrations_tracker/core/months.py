"""Month and weekday names as portals and certificates print them, all in lower case.

Languages: English, Portuguese, Spanish, French, German, Italian, Indonesian; Japanese,
Chinese and Korean number their months and are read by shape. Seen on score reports in
en, ja, pt, zh-TW and on certificates with "12月 05, 2018" and "12월 01, 2020".
"""

_NAMES = (
    "january jan januari janeiro enero ene janvier janv januar jänner gennaio gen",
    "february feb februari fevereiro fev febrero février févr fevrier fevr februar febbraio peb",
    "march mar maret março marco marzo mars märz mrz maerz",
    "april apr abril abr avril avr aprile",
    "may mei maio mai mayo maggio mag",
    "june jun juni junho junio juin giugno giu",
    "july jul juli julho julio juillet juil luglio lug",
    "august aug agustus agu agt agosto ago août aout",
    "september sep sept setembro set septiembre septembre settembre",
    "october oct oktober okt outubro out octubre octobre ottobre ott",
    "november nov nopember nop novembro noviembre novembre",
    "december dec desember des dezembro dez diciembre dic décembre déc decembre dezember dicembre",
)

MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()
}
# Chinese writes them out too, as in "二月 19, 2024".
_CHINESE = "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月"
MONTHS |= {name: number for number, name in enumerate(_CHINESE.split(), start=1)}

_WEEKDAYS = (
    "monday mon segunda-feira lunes lundi montag lunedì senin 月",
    "tuesday tue tues terça-feira martes mardi dienstag martedì selasa 火",
    "wednesday wed weds quarta-feira miércoles mercredi mittwoch mercoledì rabu 水",
    "thursday thu thur thurs quinta-feira jueves jeudi donnerstag giovedì kamis 木",
    "friday fri sexta-feira viernes vendredi freitag venerdì jumat 金",
    "saturday sat sábado samedi samstag sabato sabtu 土",
    "sunday sun domingo dimanche sonntag domenica minggu 日",
)

# Sunday is 6, as in datetime.
WEEKDAYS: dict[str, int] = {
    name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()
}
