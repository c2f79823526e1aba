"""Given names that people who come to an office in Poland often have, in their first case, in small letters.

A list of common names and no register: a rare name is not in it, and names in comments are found by people.
"""

from __future__ import annotations

_POLISH = """
    ada adrianna agata agnieszka aleksandra alicja amelia anastazja aneta angelika anna antonina apolonia
    barbara beata bernadeta blanka bogumiła bogusława bożena bronisława cecylia celina czesława
    dagmara danuta daria diana dominika dorota edyta eliza elżbieta emilia ewa ewelina
    felicja franciszka gabriela genowefa grażyna halina hanna helena henryka hildegarda honorata
    ilona irena iwona izabela jadwiga janina joanna jolanta jowita józefa judyta julia julita justyna
    kamila karina karolina katarzyna kazimiera kinga klaudia klementyna kornelia krystyna krzysztofa
    laura lena leokadia lidia liliana lucyna ludwika magdalena malwina małgorzata marcelina maria marianna marika
    marlena marta martyna marzanna marzena matylda michalina mieczysława milena mirosława monika
    natalia natasza nikola nina oktawia oliwia otylia patrycja paula paulina regina renata roksana rozalia
    sabina sandra stanisława stefania sylwia tatiana teresa urszula wanda weronika wiesława wiktoria wioletta
    władysława zdzisława zofia zuzanna żaneta
    adam adrian albert aleksander aleksy alfred alojzy andrzej antoni arkadiusz artur
    bartłomiej bartosz benedykt bernard błażej bogdan bogumił bogusław bolesław borys bronisław brunon
    cezary cyprian czesław damian daniel dariusz dawid dominik edmund edward emil ernest eryk eugeniusz
    fabian feliks ferdynand filip franciszek fryderyk gabriel gerard grzegorz gustaw
    henryk hieronim hubert ignacy igor ireneusz jacek jakub jan janusz jarosław jerzy jędrzej joachim józef julian
    kacper kajetan kamil karol kazimierz klaudiusz konrad konstanty kornel krystian krzysztof ksawery
    lech lechosław leon leonard leszek lucjan ludwik łukasz maciej maksymilian marcel marcin marek marian mariusz
    mateusz maurycy michał mieczysław mikołaj miłosz miron mirosław natan nikodem norbert olaf olgierd oliwier oskar
    patryk paweł piotr przemysław radosław rafał remigiusz robert roman romuald ryszard
    sebastian seweryn sławomir stanisław stefan sylwester szczepan szymon tadeusz teodor teofil tomasz tymon tymoteusz
    wacław waldemar walenty walerian wiesław wiktor wincenty witold włodzimierz władysław wojciech
    zbigniew zdzisław zenon zygfryd zygmunt
"""
_SHORT = """
    ala ania asia basia baśka beatka bartek czarek darek ela ewka franek gosia grzesiek grzesio hania iwonka
    jarek jasia jasiek joasia jola julka jurek justynka kaśka kasia krysia krzysiek krzysztofek kuba lilka
    maciek magda małgosia mariola marysia marzenka michaś mirek monia ola paulinka piotrek przemek radek
    rysiek sławek staszek tadek tomek ula wacek waldek wiesiek wojtek zbyszek zdzisiek zosia zuza zuzia
"""
_UKRAINIAN = """
    анастасія андрій анна антон богдан богдана валентина валерій василь вікторія віталій володимир галина ганна
    дарина дмитро євген євгенія іван інна ірина катерина костянтин ксенія лариса леонід людмила любов максим марина
    марія микола михайло надія наталія наталя оксана олег олександр олександра олексій олена ольга павло петро
    роман руслан світлана сергій софія степан тарас тетяна юлія юрій ярослав ярослава
    andrij dmytro iryna iwan mykoła oksana olena ołeksandr ołena oleh olha serhij switłana taras tetiana wołodymyr
    natalija jurij julija
"""
_GERMAN_AND_ENGLISH = """
    andreas angela birgit brigitte christian christine claudia dieter elisabeth franz friedrich gisela günter
    hans heinrich heinz helga helmut horst ingrid jörg jürgen karin katharina klaus kurt lukas manfred markus
    matthias michael monika nicole petra rainer renate sabine stefanie stephan susanne thomas ulrich ulrike ursula
    uwe werner wolfgang
    alexander andrew anthony charles christopher david elizabeth emily george jack james jennifer jessica john
    joseph karen kevin linda margaret mary matthew nancy patricia peter richard sarah stephen steven susan william
"""
GIVEN_NAMES = frozenset((_POLISH + _SHORT + _UKRAINIAN + _GERMAN_AND_ENGLISH).split())

_ALSO_WORDS = """
    lena lenie regina roman wiktoria szczepan jack mary nancy christian karin markus natan oliwia leon marek marce
    marki marku marka nikola любов надія роман
"""
ALSO_WORDS = frozenset(_ALSO_WORDS.split())
"""Of those, and of their cases, what is or may be a word or part of a place's name: found only with a capital letter,
or behind a title."""
