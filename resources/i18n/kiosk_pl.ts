<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl_PL" sourcelanguage="en">
<context>
    <name>AdminBar</name>
    <message>
        <source>Overview</source>
        <comment>at most nine letters</comment>
        <translation>Przegląd</translation>
    </message>
    <message>
        <source>Export</source>
        <comment>at most nine letters</comment>
        <translation>Eksport</translation>
    </message>
    <message>
        <source>Tests</source>
        <comment>at most nine letters</comment>
        <translation>Testy</translation>
    </message>
    <message>
        <source>Program</source>
        <comment>at most nine letters</comment>
        <translation>Program</translation>
    </message>
    <message>
        <source>Journal</source>
        <comment>at most nine letters</comment>
        <translation>Dziennik</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Zamknij panel</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>at most nine letters</comment>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>Administration</name>
    <message>
        <source>PIN set</source>
        <translation>Ustawiono PIN</translation>
    </message>
    <message>
        <source>PIN cleared</source>
        <translation>Usunięto PIN</translation>
    </message>
    <message>
        <source>Panel opened</source>
        <translation>Otwarto panel</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>Błędny PIN</translation>
    </message>
    <message>
        <source>Too many wrong PINs: locked</source>
        <translation>Za dużo błędnych PIN-ów: blokada</translation>
    </message>
    <message>
        <source>Panel closed</source>
        <translation>Zamknięto panel</translation>
    </message>
    <message>
        <source>Export begun</source>
        <translation>Rozpoczęto eksport</translation>
    </message>
    <message>
        <source>Export done</source>
        <translation>Zakończono eksport</translation>
    </message>
    <message>
        <source>Export failed</source>
        <translation>Eksport się nie udał</translation>
    </message>
    <message>
        <source>Export cancelled</source>
        <translation>Anulowano eksport</translation>
    </message>
    <message>
        <source>Sound tested</source>
        <translation>Sprawdzono dźwięk</translation>
    </message>
    <message>
        <source>Touch tested</source>
        <translation>Sprawdzono dotyk</translation>
    </message>
    <message>
        <source>Program closed</source>
        <translation>Zamknięto program</translation>
    </message>
    <message>
        <source>Program restarted</source>
        <translation>Uruchomiono program ponownie</translation>
    </message>
    <message>
        <source>Paper questionnaires read in</source>
        <translation>Wczytano ankiety papierowe</translation>
    </message>
    <message>
        <source>Comments released</source>
        <translation>Zatwierdzono uwagi do udostępnienia</translation>
    </message>
    <message>
        <source>Comments rejected</source>
        <translation>Odrzucono uwagi</translation>
    </message>
    <message>
        <source>A damaged line of this list</source>
        <translation>Uszkodzony wiersz tej listy</translation>
    </message>
    <message>
        <source>Database damaged: what was readable has been saved</source>
        <translation>Baza danych uszkodzona: zachowano to, co czytelne</translation>
    </message>
    <message>
        <source>No stick is plugged in</source>
        <translation>Nie włożono pendrive’a</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Proszę wybrać</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>Od początku</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Do końca</translation>
    </message>
    <message>
        <source>Stick %1</source>
        <translation>Pendrive %1</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>Folder %1</translation>
    </message>
    <message>
        <source>cannot be written to</source>
        <translation>nie można na nim zapisywać</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>wolne %1</translation>
    </message>
    <message>
        <source>CSV, a plain table</source>
        <translation>CSV, zwykła tabela</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Skoroszyt Excela (.xlsx)</translation>
    </message>
    <message>
        <source>SPSS (.sav)</source>
        <translation>SPSS (.sav)</translation>
    </message>
    <message>
        <source>Stata (.dta)</source>
        <translation>Stata (.dta)</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Whole pack for the archive, with codebook</source>
        <translation>Pełny pakiet do archiwum, z&#xa0;opisem zmiennych</translation>
    </message>
    <message>
        <source>Everything is on the disk: you can take the stick out now.</source>
        <translation>Wszystko zostało zapisane: pendrive można już wyjąć.</translation>
    </message>
    <message>
        <source>Some questionnaires are not in it yet: their week is not over, or too few people share it.</source>
        <translation>Plik nie zawiera jeszcze części ankiet: ich tydzień trwa albo przypada na niego zbyt mało osób.</translation>
    </message>
    <message>
        <source>There is no room left on it.</source>
        <translation>Na nośniku skończyło się miejsce.</translation>
    </message>
    <message>
        <source>Delete something from it or take another one, and try again.</source>
        <translation>Proszę usunąć z&#xa0;niego coś albo wziąć inny i&#xa0;spróbować ponownie.</translation>
    </message>
    <message>
        <source>It takes no file as large as this one.</source>
        <translation>Nośnik nie przyjmuje plików tej wielkości.</translation>
    </message>
    <message>
        <source>Choose a shorter period or another format, or take another stick.</source>
        <translation>Proszę wybrać krótszy okres albo inny format, albo użyć innego nośnika.</translation>
    </message>
    <message>
        <source>It can be read, but not written to.</source>
        <translation>Nośnik można odczytać, ale nie można na nim zapisać.</translation>
    </message>
    <message>
        <source>Look for a switch on its side, or take another one, and try again.</source>
        <translation>Proszę sprawdzić, czy nie ma z&#xa0;boku przełącznika blokady, albo wziąć inny i&#xa0;spróbować ponownie.</translation>
    </message>
    <message>
        <source>It was pulled out before everything was written.</source>
        <translation>Nośnik odłączono, zanim wszystko zostało zapisane.</translation>
    </message>
    <message>
        <source>Plug it in again, wait until it is listed, and try again.</source>
        <translation>Proszę włożyć go ponownie, poczekać, aż pojawi się na liście, i&#xa0;spróbować jeszcze raz.</translation>
    </message>
    <message>
        <source>This program may not write there.</source>
        <translation>Program nie ma prawa tam zapisywać.</translation>
    </message>
    <message>
        <source>Take a stick, or let the folder&apos;s owner allow it.</source>
        <translation>Proszę użyć pendrive’a albo poprosić właściciela folderu o&#xa0;uprawnienia.</translation>
    </message>
    <message>
        <source>The answers are encrypted, and the key that opens them is not on it.</source>
        <translation>Odpowiedzi są zaszyfrowane, a&#xa0;nie ma na nim klucza do ich odszyfrowania.</translation>
    </message>
    <message>
        <source>Copy the office&apos;s private key, okienko.key, onto it and try again.</source>
        <translation>Proszę skopiować na niego klucz prywatny urzędu, plik okienko.key, i&#xa0;spróbować ponownie.</translation>
    </message>
    <message>
        <source>Try again, or with another stick.</source>
        <translation>Proszę spróbować ponownie albo użyć innego pendrive’a.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nigdy</translation>
    </message>
    <message>
        <source>This terminal is not enrolled.</source>
        <translation>Ten terminal nie jest zarejestrowany w&#xa0;centrali.</translation>
    </message>
    <message>
        <source>To the central office</source>
        <translation>Do centrali</translation>
    </message>
    <message>
        <source>Responses waiting</source>
        <translation>Ankiety czekające na wysłanie</translation>
    </message>
    <message>
        <source>Batches not acknowledged</source>
        <translation>Paczki bez potwierdzenia</translation>
    </message>
    <message>
        <source>Last upload</source>
        <translation>Ostatnia wysyłka</translation>
    </message>
    <message>
        <source>Last problem</source>
        <translation>Ostatni problem</translation>
    </message>
    <message>
        <source>Last whole week</source>
        <translation>Ostatni pełny tydzień</translation>
    </message>
    <message>
        <source>This month, whole weeks</source>
        <translation>Ten miesiąc, pełne tygodnie</translation>
    </message>
    <message>
        <source>Last month, whole weeks</source>
        <translation>Poprzedni miesiąc, pełne tygodnie</translation>
    </message>
    <message>
        <source>Responses collected</source>
        <translation>Zebrane ankiety</translation>
    </message>
    <message>
        <source>Answers of the last month</source>
        <translation>Odpowiedzi z&#xa0;poprzedniego miesiąca</translation>
    </message>
    <message>
        <source>They are encrypted here, and can be read from an export made with the key.</source>
        <translation>Są tu zaszyfrowane; można je odczytać w&#xa0;eksporcie wykonanym z&#xa0;użyciem klucza.</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1&#xa0;dni</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>nie porównano</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>wersja %1</translation>
    </message>
    <message>
        <source>here since %1</source>
        <translation>od %1</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>w&#xa0;porządku</translation>
    </message>
    <message>
        <source>This terminal</source>
        <translation>Ten terminal</translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation>Wolne miejsce na dysku</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Baza danych</translation>
    </message>
    <message>
        <source>Clock, beside the centre&apos;s</source>
        <translation>Zegar w&#xa0;porównaniu z&#xa0;centralą</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Treści</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 lub więcej</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Sprawdzanie…</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait: %1.</source>
        <translation>Za dużo błędnych PIN-ów. Proszę poczekać: %1.</translation>
    </message>
    <message>
        <source>The PIN could not be checked: the disk may be full or broken.</source>
        <translation>Nie udało się sprawdzić PIN-u: dysk może być pełny albo uszkodzony.</translation>
    </message>
    <message>
        <source>Wrong PIN. Tries left: %1.</source>
        <translation>Błędny PIN. Pozostałe próby: %1.</translation>
    </message>
    <message>
        <source>Enter the PIN of this terminal.</source>
        <translation>Proszę wpisać PIN tego terminala.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>This is the sound test of this terminal.</source>
        <translation>To jest test dźwięku tego terminala.</translation>
    </message>
    <message>
        <source>The test ended early: %1 of %2 crosses were touched.</source>
        <translation>Test zakończył się wcześniej: dotknięto krzyżyków: %1 z&#xa0;%2.</translation>
    </message>
    <message>
        <source>Well: no touch was more than %1 off.</source>
        <translation>Dobrze: żadne dotknięcie nie odbiegło o&#xa0;więcej niż %1.</translation>
    </message>
    <message>
        <source>Touches are up to %1 off: the panel should be calibrated.</source>
        <translation>Dotknięcia odbiegają nawet o&#xa0;%1: ekran trzeba skalibrować.</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1&#xa0;mm</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message>
        <source>Touch the screen to begin</source>
        <translation>Prosimy dotknąć ekranu, aby zacząć</translation>
    </message>
    <message>
        <source>Please rate your visit: one touch, anonymously.</source>
        <translation>Prosimy ocenić dzisiejszą wizytę: jednym dotknięciem, anonimowo.</translation>
    </message>
    <message>
        <source>How do I settle my matter?</source>
        <translation>Jak załatwić sprawę?</translation>
    </message>
    <message>
        <source>Here you can see which documents you need, what it costs and how long it takes.</source>
        <translation>Tu sprawdzą Państwo, jakie dokumenty są potrzebne, ile to kosztuje i&#xa0;jak długo trwa.</translation>
    </message>
    <message>
        <source>What we have changed</source>
        <translation>Co zmieniliśmy</translation>
    </message>
    <message>
        <source>Open today %1</source>
        <translation>Dziś czynne %1</translation>
    </message>
    <message>
        <source>The office is closed now</source>
        <translation>Urząd jest teraz nieczynny</translation>
    </message>
    <message>
        <source>tel. %1</source>
        <translation>tel.&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Journal of this panel</source>
        <translation>Dziennik panelu</translation>
    </message>
    <message>
        <source>The journal cannot be read just now.</source>
        <translation>Dziennika nie można teraz odczytać.</translation>
    </message>
    <message>
        <source>The central office receives these entries. Nothing about visitors is written down here.</source>
        <translation>Te wpisy otrzymuje centrala. O&#xa0;klientach nic się tu nie zapisuje.</translation>
    </message>
</context>
<context>
    <name>BottomStrip</name>
    <message>
        <source>Home page</source>
        <translation>Start, strona główna</translation>
    </message>
    <message>
        <source>Service catalogue</source>
        <translation>Katalog usług</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Text size, now %1%</source>
        <translation>Wielkość tekstu, teraz %1%</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Wysoki kontrast</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Lower the screen</source>
        <translation>Obniż ekran</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Obniż</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Czytaj na głos</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <comment>short: at most nine letters</comment>
        <translation>Czytaj</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Język: %1</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Fee</source>
        <translation>Opłata</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Miejsce</translation>
    </message>
    <message>
        <source>Who it is for</source>
        <translation>Kogo dotyczy</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>Co przygotować</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>Ile to kosztuje</translation>
    </message>
    <message>
        <source>Where and how</source>
        <translation>Gdzie i&#xa0;jak załatwić</translation>
    </message>
    <message>
        <source>How long it takes</source>
        <translation>Terminy</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Krok po kroku</translation>
    </message>
    <message>
        <source>What you will get</source>
        <translation>Co Państwo otrzymają</translation>
    </message>
    <message>
        <source>If you disagree</source>
        <translation>Jeśli Państwo się nie zgadzają</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Podstawa prawna</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>Uwagi</translation>
    </message>
    <message>
        <source>Who answers for this card</source>
        <translation>Kto odpowiada za tę kartę</translation>
    </message>
    <message>
        <source>depends on the matter</source>
        <translation>zależy od sprawy</translation>
    </message>
    <message>
        <source>free of charge or for a fee</source>
        <translation>bezpłatnie lub odpłatnie</translation>
    </message>
    <message>
        <source>free of charge or %1</source>
        <translation>bezpłatnie lub %1</translation>
    </message>
    <message>
        <source>the amount depends on the matter</source>
        <translation>kwota zależy od sprawy</translation>
    </message>
    <message>
        <source>free of charge</source>
        <translation>bezpłatnie</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>są Państwo tutaj</translation>
    </message>
    <message>
        <source>Contact: %1</source>
        <translation>Kontakt: %1</translation>
    </message>
    <message>
        <source>In plain language</source>
        <translation>Prostym językiem</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>Jeszcze niepotwierdzone</translation>
    </message>
    <message>
        <source>Payment: %1</source>
        <translation>Zapłata: %1</translation>
    </message>
    <message>
        <source>Proof of identity and signature: %1</source>
        <translation>Potwierdzenie tożsamości i&#xa0;podpis: %1</translation>
    </message>
    <message>
        <source>We serve you in: %1</source>
        <translation>Języki obsługi: %1</translation>
    </message>
    <message>
        <source>Your time limit: %1</source>
        <translation>Termin dla Państwa: %1</translation>
    </message>
    <message>
        <source>Our time limit: %1</source>
        <translation>Nasz termin: %1</translation>
    </message>
    <message>
        <source>If we do not reply: %1</source>
        <translation>Jeśli nie odpowiemy: %1</translation>
    </message>
    <message>
        <source>Prepared by: %1</source>
        <translation>Wytworzył: %1</translation>
    </message>
    <message>
        <source>Approved by: %1</source>
        <translation>Zatwierdził: %1</translation>
    </message>
    <message>
        <source>Published by: %1</source>
        <translation>Udostępnił: %1</translation>
    </message>
    <message>
        <source>Law as of: %1</source>
        <translation>Stan prawny na dzień: %1</translation>
    </message>
    <message>
        <source>Last changed: %1</source>
        <translation>Ostatnia zmiana: %1</translation>
    </message>
    <message>
        <source>Card %1, version %2</source>
        <translation>Karta %1, wersja %2</translation>
    </message>
    <message>
        <source>tel. %1</source>
        <translation>tel.&#xa0;%1</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Od ręki</translation>
    </message>
    <message>
        <source>only to show</source>
        <translation>tylko do wglądu</translation>
    </message>
    <message>
        <source>if you have it</source>
        <translation>jeśli Państwo mają</translation>
    </message>
    <message>
        <source>private persons</source>
        <translation>osób prywatnych</translation>
    </message>
    <message>
        <source>companies and organisations</source>
        <translation>firm i&#xa0;organizacji</translation>
    </message>
    <message>
        <source>public institutions</source>
        <translation>instytucji publicznych</translation>
    </message>
    <message>
        <source>employees of the office</source>
        <translation>pracowników urzędu</translation>
    </message>
</context>
<context>
    <name>CardCodePage</name>
    <message>
        <source>Point your phone’s camera at this code.</source>
        <translation>Prosimy skierować aparat telefonu na ten kod.</translation>
    </message>
    <message>
        <source>You can also type this address:</source>
        <translation>Można też wpisać ten adres:</translation>
    </message>
</context>
<context>
    <name>CardFact</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Not confirmed yet</source>
        <translation>Jeszcze niepotwierdzone</translation>
    </message>
    <message>
        <source>Related matters</source>
        <translation>Powiązane sprawy</translation>
    </message>
</context>
<context>
    <name>CardPane</name>
    <message>
        <source>No card is chosen.</source>
        <translation>Nie wybrano karty.</translation>
    </message>
</context>
<context>
    <name>CardTitle</name>
    <message>
        <source>Not confirmed yet</source>
        <translation>Jeszcze niepotwierdzone</translation>
    </message>
</context>
<context>
    <name>CardTools</name>
    <message>
        <source>Full card</source>
        <translation>Pełna karta</translation>
    </message>
    <message>
        <source>In plain language</source>
        <translation>Prostym językiem</translation>
    </message>
    <message>
        <source>In sign language</source>
        <translation>W&#xa0;języku migowym</translation>
    </message>
    <message>
        <source>Open on your phone</source>
        <translation>Otwórz w&#xa0;telefonie</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>What is your matter about?</source>
        <translation>Czego dotyczy Państwa sprawa?</translation>
    </message>
</context>
<context>
    <name>ChosenFilters</name>
    <message>
        <source>All cards</source>
        <translation>Wszystkie karty</translation>
    </message>
</context>
<context>
    <name>CodeSheet</name>
    <message>
        <source>QR code of the address</source>
        <translation>Kod QR adresu</translation>
    </message>
</context>
<context>
    <name>CommentField</name>
    <message>
        <source>No names, no numbers please</source>
        <translation>Bez nazwisk i&#xa0;numerów</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>Pozostał %n&#xa0;znak</numerusform>
            <numerusform>Pozostały %n&#xa0;znaki</numerusform>
            <numerusform>Pozostało %n&#xa0;znaków</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase the last letter</source>
        <translation>Usuń ostatnią literę</translation>
    </message>
</context>
<context>
    <name>CommentKeys</name>
    <message>
        <source>Skip</source>
        <translation>Pomiń</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spacja</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Wyślij</translation>
    </message>
</context>
<context>
    <name>CommentPage</name>
    <message>
        <source>Your answers have been saved. One more question, if you like:</source>
        <translation>Państwa odpowiedzi są zapisane. Jeszcze jedno pytanie, dla chętnych:</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Pomiń</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Napisz</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>DeskTools</name>
    <message>
        <source>To the list</source>
        <translation>Do listy</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drukuj</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Kopiuj adres</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>Kod QR</translation>
    </message>
    <message>
        <source>Hide changes</source>
        <translation>Ukryj zmiany</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Pokaż zmiany</translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message>
        <source>Write the file</source>
        <translation>Zapisz plik</translation>
    </message>
    <message>
        <source>Take the data out</source>
        <translation>Eksport danych</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Dokąd</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Ankieta</translation>
    </message>
    <message>
        <source>First period</source>
        <translation>Pierwszy okres</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>Ostatni okres</translation>
    </message>
    <message>
        <source>The file holds single responses without time or order. Treat it as the office&apos;s data.</source>
        <translation>Plik zawiera pojedyncze ankiety, bez godzin i&#xa0;bez kolejności. To dane urzędu: proszę ich strzec.</translation>
    </message>
    <message>
        <source>Nothing has been collected yet.</source>
        <translation>Nie zebrano jeszcze żadnej ankiety.</translation>
    </message>
</context>
<context>
    <name>ExportEnd</name>
    <message>
        <source>The file is written</source>
        <translation>Plik jest zapisany</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Niczego nie zapisano</translation>
    </message>
    <message>
        <source>Cancelled: nothing was written</source>
        <translation>Anulowano: niczego nie zapisano</translation>
    </message>
    <message>
        <source>Back to the choices</source>
        <translation>Wróć do wyboru</translation>
    </message>
</context>
<context>
    <name>ExportList</name>
    <message>
        <source>Where to</source>
        <translation>Dokąd</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Ankieta</translation>
    </message>
    <message>
        <source>First period</source>
        <translation>Pierwszy okres</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>Ostatni okres</translation>
    </message>
    <message>
        <source>A stick that you plug in appears here by itself.</source>
        <translation>Włożony pendrive pojawi się tu sam.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Stopping…</source>
        <translation>Zatrzymywanie…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Zapisywanie…</translation>
    </message>
    <message>
        <source>Written: %1%</source>
        <translation>Zapisano: %1%</translation>
    </message>
    <message>
        <source>Do not pull the stick out yet.</source>
        <translation>Proszę jeszcze nie wyjmować pendrive’a.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
</context>
<context>
    <name>FactText</name>
    <message numerus="yes">
        <source>Up to %n days</source>
        <translation>
            <numerusform>Do %n&#xa0;dnia</numerusform>
            <numerusform>Do %n&#xa0;dni</numerusform>
            <numerusform>Do %n&#xa0;dni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n working days</source>
        <translation>
            <numerusform>Do %n&#xa0;dnia roboczego</numerusform>
            <numerusform>Do %n&#xa0;dni roboczych</numerusform>
            <numerusform>Do %n&#xa0;dni roboczych</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n months</source>
        <translation>
            <numerusform>Do %n&#xa0;miesiąca</numerusform>
            <numerusform>Do %n&#xa0;miesięcy</numerusform>
            <numerusform>Do %n&#xa0;miesięcy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilmControls</name>
    <message>
        <source>Pause the film</source>
        <translation>Pauza filmu</translation>
    </message>
    <message>
        <source>Play the film</source>
        <translation>Odtwórz film</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>short: at most nine letters</comment>
        <translation>Pauza</translation>
    </message>
    <message>
        <source>Play</source>
        <comment>short: at most nine letters</comment>
        <translation>Odtwórz</translation>
    </message>
    <message>
        <source>Restart the film</source>
        <translation>Film od nowa</translation>
    </message>
    <message>
        <source>Restart</source>
        <comment>short: at most nine letters</comment>
        <translation>Od nowa</translation>
    </message>
    <message>
        <source>Text of the film</source>
        <translation>Tekst filmu</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>short: at most nine letters</comment>
        <translation>Tekst</translation>
    </message>
</context>
<context>
    <name>FilmPage</name>
    <message>
        <source>Film in Polish Sign Language</source>
        <translation>Film w&#xa0;polskim języku migowym</translation>
    </message>
    <message>
        <source>One moment, please…</source>
        <translation>Chwileczkę…</translation>
    </message>
</context>
<context>
    <name>FilmTrouble</name>
    <message>
        <source>The film cannot be shown now. This is its text:</source>
        <translation>Filmu nie można teraz wyświetlić. Oto jego treść:</translation>
    </message>
</context>
<context>
    <name>FilterPane</name>
    <message>
        <source>Filters</source>
        <translation>Filtry</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>How to use this screen</source>
        <translation>Jak korzystać z&#xa0;tego ekranu</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Większy tekst</translation>
    </message>
    <message>
        <source>The button with two letters A makes the text one and a half times and twice as large.</source>
        <translation>Przycisk „AA” powiększa tekst półtora raza albo dwa razy.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Wysoki kontrast</translation>
    </message>
    <message>
        <source>White and yellow letters on black.</source>
        <translation>Białe i&#xa0;żółte litery na czarnym tle.</translation>
    </message>
    <message>
        <source>Lower the screen</source>
        <translation>Obniż ekran</translation>
    </message>
    <message>
        <source>All buttons move down, within reach for those who sit.</source>
        <translation>Wszystkie przyciski zjeżdżają na dół, w&#xa0;zasięg ręki osoby siedzącej.</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Czytaj na głos</translation>
    </message>
    <message>
        <source>The screen is read to you in the language that you chose. Touching anything stops the voice.</source>
        <translation>Ekran jest czytany w&#xa0;wybranym języku. Dotknięcie w&#xa0;dowolnym miejscu ucisza głos.</translation>
    </message>
    <message>
        <source>Keys instead of touch</source>
        <translation>Klawisze zamiast dotyku</translation>
    </message>
    <message>
        <source>Where there is a keypad: the arrows move, Enter presses, the digits 1 to 5 rate.</source>
        <translation>Jeśli jest klawiatura: strzałki przesuwają wybór, Enter zatwierdza, a&#xa0;cyfry od 1&#xa0;do 5&#xa0;to oceny.</translation>
    </message>
    <message>
        <source>As much time as you need</source>
        <translation>Tyle czasu, ile potrzeba</translation>
    </message>
    <message>
        <source>Before a page closes the screen asks you. Touch it anywhere and it stays.</source>
        <translation>Zanim strona się zamknie, ekran o&#xa0;to zapyta. Wystarczy dotknąć go w&#xa0;dowolnym miejscu, a&#xa0;strona zostanie.</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonimowo</translation>
    </message>
    <message>
        <source>Nothing you touch here is connected with you, and nobody is made to answer.</source>
        <translation>Nikt nie połączy tych odpowiedzi z&#xa0;Państwem. Odpowiadać nie trzeba.</translation>
    </message>
    <message>
        <source>Our staff will help you</source>
        <translation>Pracownicy chętnie pomogą</translation>
    </message>
    <message>
        <source>If anything is unclear or does not work for you, please ask at the counter.</source>
        <translation>Jeśli coś jest niejasne albo nie działa, prosimy zapytać przy okienku.</translation>
    </message>
</context>
<context>
    <name>HomeHead</name>
    <message>
        <source>Open today %1</source>
        <translation>Dziś czynne %1</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Dziś nieczynne</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Please touch one of the faces</source>
        <translation>Prosimy dotknąć jednej z&#xa0;buziek</translation>
    </message>
    <message>
        <source>How do I settle my matter?</source>
        <translation>Jak załatwić sprawę?</translation>
    </message>
    <message>
        <source>Service catalogue: documents, fees, deadlines, places</source>
        <translation>Katalog usług: dokumenty, opłaty, terminy, miejsca</translation>
    </message>
    <message>
        <source>How to use this screen</source>
        <translation>Jak korzystać z&#xa0;tego ekranu</translation>
    </message>
    <message>
        <source>%1, tel. %2</source>
        <translation>%1, tel.&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Do you need more time?</source>
        <translation>Czy potrzebują Państwo więcej czasu?</translation>
    </message>
    <message numerus="yes">
        <source>This page will close in %n s.</source>
        <translation>
            <numerusform>Ta strona zamknie się za %n&#xa0;sekundę.</numerusform>
            <numerusform>Ta strona zamknie się za %n&#xa0;sekundy.</numerusform>
            <numerusform>Ta strona zamknie się za %n&#xa0;sekund.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you have written and not sent will be deleted.</source>
        <translation>Niewysłany tekst zostanie usunięty.</translation>
    </message>
    <message>
        <source>Yes, I need more time</source>
        <translation>Tak, potrzebuję więcej czasu</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Skróty klawiszowe</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Other letters and digits</source>
        <translation>Inne litery i&#xa0;cyfry</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Language of the card</source>
        <translation>Język karty</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Choose a language</source>
        <translation>Wybór języka</translation>
    </message>
    <message>
        <source>How to use this screen</source>
        <translation>Jak korzystać z&#xa0;tego ekranu</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No card is found with these filters.</source>
        <translation>Z&#xa0;tymi filtrami nie znaleziono żadnej karty.</translation>
    </message>
    <message>
        <source>No card is found. Try another word, or only its beginning.</source>
        <translation>Nie znaleziono żadnej karty. Można wpisać inne słowo albo tylko jego początek.</translation>
    </message>
    <message>
        <source>Search all cards</source>
        <translation>Szukaj we wszystkich kartach</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>We open on Monday at %1</source>
        <translation>Zapraszamy w&#xa0;poniedziałek od %1</translation>
    </message>
    <message>
        <source>We open on Tuesday at %1</source>
        <translation>Zapraszamy we wtorek od %1</translation>
    </message>
    <message>
        <source>We open on Wednesday at %1</source>
        <translation>Zapraszamy w&#xa0;środę od %1</translation>
    </message>
    <message>
        <source>We open on Thursday at %1</source>
        <translation>Zapraszamy w&#xa0;czwartek od %1</translation>
    </message>
    <message>
        <source>We open on Friday at %1</source>
        <translation>Zapraszamy w&#xa0;piątek od %1</translation>
    </message>
    <message>
        <source>We open on Saturday at %1</source>
        <translation>Zapraszamy w&#xa0;sobotę od %1</translation>
    </message>
    <message>
        <source>We open on Sunday at %1</source>
        <translation>Zapraszamy w&#xa0;niedzielę od %1</translation>
    </message>
    <message>
        <source>We open today at %1</source>
        <translation>Zapraszamy dziś od %1</translation>
    </message>
    <message>
        <source>We open tomorrow at %1</source>
        <translation>Zapraszamy jutro od %1</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>We open on %2 at %1</source>
        <translation>Zapraszamy %2 od %1</translation>
    </message>
</context>
<context>
    <name>OutOfServicePage</name>
    <message>
        <source>Ratings are temporarily unavailable</source>
        <translation>Ocena wizyty jest chwilowo niedostępna</translation>
    </message>
    <message>
        <source>We are sorry. Please try again in a moment.</source>
        <translation>Przepraszamy. Prosimy spróbować za chwilę.</translation>
    </message>
    <message>
        <source>The service catalogue still works.</source>
        <translation>Katalog usług działa jak zwykle.</translation>
    </message>
    <message>
        <source>Service catalogue</source>
        <translation>Katalog usług</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Przegląd</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Odczytywanie…</translation>
    </message>
    <message>
        <source>The data cannot be read just now.</source>
        <translation>Danych nie można teraz odczytać.</translation>
    </message>
    <message>
        <source>“•” stands for a figure that would tell of fewer than 5 people. Weeks with fewer than 5 responses are left out, and the running week is not counted yet.</source>
        <translation>„•” zastępuje liczbę, która mówiłaby o&#xa0;mniej niż 5&#xa0;osobach. Tygodnie z&#xa0;mniej niż 5&#xa0;ankietami są pominięte, a&#xa0;bieżący tydzień jeszcze się nie liczy.</translation>
    </message>
</context>
<context>
    <name>PassageRow</name>
    <message>
        <source>Before:</source>
        <translation>Było:</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Take the last digit back</source>
        <translation>Usuń ostatnią cyfrę</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Zatwierdź</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>For the administrator only</source>
        <translation>Tylko dla administratora</translation>
    </message>
    <message numerus="yes">
        <source>%n digits typed</source>
        <translation>
            <numerusform>wpisano %n&#xa0;cyfrę</numerusform>
            <numerusform>wpisano %n&#xa0;cyfry</numerusform>
            <numerusform>wpisano %n&#xa0;cyfr</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the home page</source>
        <translation>Wróć do strony głównej</translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Start the program again?</source>
        <translation>Uruchomić program ponownie?</translation>
    </message>
    <message>
        <source>Close the program?</source>
        <translation>Zamknąć program?</translation>
    </message>
    <message>
        <source>The screen goes dark for a few seconds. Nothing that was collected is lost.</source>
        <translation>Ekran zgaśnie na kilka sekund. Żadne zebrane dane nie zginą.</translation>
    </message>
    <message>
        <source>Visitors can no longer rate or look up anything until somebody starts it. Nothing that was collected is lost.</source>
        <translation>Klienci nie będą mogli niczego ocenić ani sprawdzić, dopóki ktoś nie uruchomi programu. Żadne zebrane dane nie zginą.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Uruchom ponownie</translation>
    </message>
    <message>
        <source>The program ends and its supervisor starts it anew.</source>
        <translation>Program się zakończy, a&#xa0;system uruchomi go od nowa.</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Zamknij program</translation>
    </message>
    <message>
        <source>It stays closed until somebody starts it.</source>
        <translation>Pozostanie zamknięty, dopóki ktoś go nie uruchomi.</translation>
    </message>
    <message>
        <source>Yes, start again</source>
        <translation>Tak, uruchom ponownie</translation>
    </message>
    <message>
        <source>Yes, close</source>
        <translation>Tak, zamknij</translation>
    </message>
    <message>
        <source>No, leave it running</source>
        <translation>Nie, niech działa dalej</translation>
    </message>
</context>
<context>
    <name>ResultPane</name>
    <message>
        <source>Search in all fields</source>
        <translation>Szukaj we wszystkich polach</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtry</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search</source>
        <translation>Szukaj</translation>
    </message>
    <message>
        <source>Search in the catalogue</source>
        <translation>Szukaj w&#xa0;katalogu</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>What are you looking for?</source>
        <translation>Czego Państwo szukają?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Szukaj</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spacja</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Erase the last letter</source>
        <translation>Usuń ostatnią literę</translation>
    </message>
    <message>
        <source>Erase all</source>
        <translation>Usuń wszystko</translation>
    </message>
    <message>
        <source>Show results (%1)</source>
        <translation>Pokaż wyniki (%1)</translation>
    </message>
    <message>
        <source>Change the words</source>
        <translation>Zmień słowa</translation>
    </message>
</context>
<context>
    <name>SearchMessage</name>
    <message>
        <source>Write a word that names your matter. Its beginning is enough.</source>
        <translation>Prosimy wpisać słowo związane ze sprawą. Wystarczy początek.</translation>
    </message>
    <message>
        <source>One moment, please…</source>
        <translation>Chwileczkę…</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nic nie znaleziono.</translation>
    </message>
    <message>
        <source>No card has all these words; these come close.</source>
        <translation>Żadna karta nie zawiera wszystkich tych słów. Te karty są najbliższe.</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) found</source>
        <translation>
            <numerusform>Znaleziono %n&#xa0;kartę</numerusform>
            <numerusform>Znaleziono %n&#xa0;karty</numerusform>
            <numerusform>Znaleziono %n&#xa0;kart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Please try another word, look in the catalogue or ask a member of staff.</source>
        <translation>Prosimy wpisać inne słowo, zajrzeć do katalogu lub zapytać pracownika urzędu.</translation>
    </message>
    <message>
        <source>Service catalogue</source>
        <translation>Katalog usług</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spacja</translation>
    </message>
    <message>
        <source>Show results</source>
        <translation>Pokaż wyniki</translation>
    </message>
    <message>
        <source>Show results (%1)</source>
        <translation>Pokaż wyniki (%1)</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Previous page</source>
        <translation>Poprzednia strona</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Następna strona</translation>
    </message>
    <message>
        <source>Next</source>
        <comment>page</comment>
        <translation>Następna</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 z&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>%1 of 5: %2</source>
        <translation>%1 z 5: %2</translation>
    </message>
    <message>
        <source>not available now</source>
        <translation>teraz niedostępne</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>zaznaczone</translation>
    </message>
    <message>
        <source>can be ticked</source>
        <translation>do zaznaczenia</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>przełącznik</translation>
    </message>
    <message>
        <source>button</source>
        <translation>przycisk</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Draft</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>To be approved</source>
        <translation>Do zatwierdzenia</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Wycofana</translation>
    </message>
    <message>
        <source>Employees only</source>
        <translation>Tylko dla pracowników</translation>
    </message>
    <message>
        <source>Review overdue</source>
        <translation>Po terminie przeglądu</translation>
    </message>
    <message>
        <source>Changed since version %1</source>
        <translation>Zmiany od wersji %1</translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>Do potwierdzenia</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>wersja %1</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nowe</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Przeniesione</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Usunięte</translation>
    </message>
    <message>
        <source>Changed in: %1</source>
        <translation>Zmienione w&#xa0;języku: %1</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Zmienione</translation>
    </message>
    <message>
        <source>The office’s time limit</source>
        <translation>Termin urzędu</translation>
    </message>
    <message>
        <source>The client’s time limit</source>
        <translation>Termin klienta</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Opłata</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Gdzie</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obowiązkowo</translation>
    </message>
    <message>
        <source>only to show</source>
        <translation>tylko do wglądu</translation>
    </message>
    <message>
        <source>if you have it</source>
        <translation>jeśli Państwo mają</translation>
    </message>
    <message>
        <source>only in the case named</source>
        <translation>tylko w&#xa0;podanym przypadku</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>osobiście</translation>
    </message>
    <message>
        <source>post</source>
        <translation>poczta</translation>
    </message>
    <message>
        <source>electronically</source>
        <translation>elektronicznie</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>strona internetowa</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>telefon</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>At a glance: %1</source>
        <translation>W&#xa0;skrócie: %1</translation>
    </message>
    <message>
        <source>Private persons</source>
        <translation>Osoby prywatne</translation>
    </message>
    <message>
        <source>Companies and organisations</source>
        <translation>Firmy i&#xa0;organizacje</translation>
    </message>
    <message>
        <source>Public institutions</source>
        <translation>Instytucje publiczne</translation>
    </message>
    <message>
        <source>Employees of the office</source>
        <translation>Pracownicy urzędu</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Obowiązująca</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupa</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Klient</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Miejsce</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Do sprawdzenia</translation>
    </message>
    <message>
        <source>For staff only</source>
        <translation>Tylko dla pracowników</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>W&#xa0;skrócie</translation>
    </message>
    <message>
        <source>Who it is for</source>
        <translation>Kogo dotyczy</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Klienci</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumenty</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formularze</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Opłaty</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>Terminy</translation>
    </message>
    <message>
        <source>If the office does not reply</source>
        <translation>Brak odpowiedzi urzędu</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Kroki</translation>
    </message>
    <message>
        <source>Where and how</source>
        <translation>Gdzie i&#xa0;jak</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Jednostka</translation>
    </message>
    <message>
        <source>Address of the unit</source>
        <translation>Adres jednostki</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Miejsca</translation>
    </message>
    <message>
        <source>Ways to apply</source>
        <translation>Sposoby złożenia</translation>
    </message>
    <message>
        <source>Proof of identity and signature</source>
        <translation>Potwierdzenie tożsamości i&#xa0;podpis</translation>
    </message>
    <message>
        <source>Languages of service</source>
        <translation>Języki obsługi</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Wynik</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Uwagi</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Dane osobowe</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>Odwołanie</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Podstawa prawna</translation>
    </message>
    <message>
        <source>In plain language</source>
        <translation>Prostym językiem</translation>
    </message>
    <message>
        <source>Related cards</source>
        <translation>Karty powiązane</translation>
    </message>
    <message>
        <source>About this card</source>
        <translation>O&#xa0;tej karcie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kod</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Wersja</translation>
    </message>
    <message>
        <source>Law as of</source>
        <translation>Stan prawny</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Ostatnia zmiana</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Wytworzył</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Zatwierdził</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>Udostępnił</translation>
    </message>
    <message>
        <source>Life event</source>
        <translation>Zdarzenie życiowe</translation>
    </message>
    <message>
        <source>Search words</source>
        <translation>Słowa kluczowe</translation>
    </message>
    <message>
        <source>Address of the card</source>
        <translation>Adres karty</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Nagrania</translation>
    </message>
    <message>
        <source>Film in sign language</source>
        <translation>Film w&#xa0;języku migowym</translation>
    </message>
    <message>
        <source>Not applicable (EU 2018/1724, article 10)</source>
        <translation>Nie dotyczy (art.&#xa0;10&#xa0;rozp.&#xa0;UE 2018/1724)</translation>
    </message>
</context>
<context>
    <name>StaffHead</name>
    <message>
        <source>service cards for staff</source>
        <translation>karty usług – widok dla pracowników</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Wczytaj ponownie</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Skróty klawiszowe</translation>
    </message>
</context>
<context>
    <name>StaffKeys</name>
    <message>
        <source>A, B, C …</source>
        <translation>A, B, C …</translation>
    </message>
    <message>
        <source>find cards, wherever you are</source>
        <translation>szukanie kart, z&#xa0;każdego miejsca okna</translation>
    </message>
    <message>
        <source>next or previous card; scroll the card</source>
        <translation>następna albo poprzednia karta; przewijanie karty</translation>
    </message>
    <message>
        <source>read the card; choose a filter</source>
        <translation>otwarcie karty; wybór filtra</translation>
    </message>
    <message>
        <source>next control</source>
        <translation>następny przycisk lub pole</translation>
    </message>
    <message>
        <source>to the words you search for</source>
        <translation>przejście do pola wyszukiwania</translation>
    </message>
    <message>
        <source>one step back; clear the words</source>
        <translation>krok wstecz; wyczyszczenie wyszukiwania</translation>
    </message>
    <message>
        <source>next part of the window</source>
        <translation>następna część okna</translation>
    </message>
    <message>
        <source>previous part of the window</source>
        <translation>poprzednia część okna</translation>
    </message>
    <message>
        <source>print the card</source>
        <translation>drukowanie karty</translation>
    </message>
    <message>
        <source>copy the card’s web address</source>
        <translation>kopiowanie adresu internetowego karty</translation>
    </message>
    <message>
        <source>show the visitor a QR code</source>
        <translation>kod QR dla klienta w&#xa0;całym oknie</translation>
    </message>
    <message>
        <source>the card in the next language</source>
        <translation>karta w&#xa0;następnym języku</translation>
    </message>
    <message>
        <source>to the next word found in the card</source>
        <translation>do następnego znalezionego słowa w&#xa0;karcie</translation>
    </message>
    <message>
        <source>to the previous word found in the card</source>
        <translation>do poprzedniego znalezionego słowa w&#xa0;karcie</translation>
    </message>
    <message>
        <source>to the next change in the card</source>
        <translation>do następnej zmiany w&#xa0;karcie</translation>
    </message>
    <message>
        <source>mark what has changed, or not</source>
        <translation>pokazanie albo ukrycie zmian</translation>
    </message>
    <message>
        <source>only cards due for a review</source>
        <translation>tylko karty z&#xa0;przeglądem po terminie</translation>
    </message>
    <message>
        <source>all cards again</source>
        <translation>usunięcie filtrów</translation>
    </message>
    <message>
        <source>larger text</source>
        <translation>większy tekst</translation>
    </message>
    <message>
        <source>smaller text</source>
        <translation>mniejszy tekst</translation>
    </message>
    <message>
        <source>text of the usual size</source>
        <translation>domyślny rozmiar tekstu</translation>
    </message>
    <message>
        <source>read the cards again from the disk</source>
        <translation>ponowne wczytanie kart z&#xa0;dysku</translation>
    </message>
    <message>
        <source>this list</source>
        <translation>ta lista</translation>
    </message>
</context>
<context>
    <name>StaffMain</name>
    <message>
        <source>Okienko – staff</source>
        <translation>Okienko – dla pracowników</translation>
    </message>
</context>
<context>
    <name>StaffPrintingViewModel</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>Wysłano do drukarki %n&#xa0;stronę.</numerusform>
            <numerusform>Wysłano do drukarki %n&#xa0;strony.</numerusform>
            <numerusform>Wysłano do drukarki %n&#xa0;stron.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffSearch</name>
    <message>
        <source>The cards are being made searchable …</source>
        <translation>Trwa przygotowywanie wyszukiwarki…</translation>
    </message>
    <message>
        <source>No card has all these words. These have some of them:</source>
        <translation>Żadna karta nie zawiera wszystkich tych słów. Te zawierają część z&#xa0;nich:</translation>
    </message>
</context>
<context>
    <name>StaffSearchViewModel</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n&#xa0;karta</numerusform>
            <numerusform>%n&#xa0;karty</numerusform>
            <numerusform>%n&#xa0;kart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffTools</name>
    <message>
        <source>Copied: %1</source>
        <translation>Skopiowano: %1</translation>
    </message>
    <message>
        <source>No card is chosen.</source>
        <translation>Nie wybrano karty.</translation>
    </message>
    <message>
        <source>Visitors are not shown this card: it has no page.</source>
        <translation>Klienci nie widzą tej karty, więc nie ma ona adresu.</translation>
    </message>
    <message>
        <source>The office has given no address for its cards.</source>
        <translation>Nie ma adresu kart. Administrator wpisuje go w&#xa0;pliku urzad.yaml (adres_kart).</translation>
    </message>
    <message>
        <source>The card is being put on paper …</source>
        <translation>Karta jest przygotowywana do druku…</translation>
    </message>
    <message>
        <source>This card cannot be put on paper now.</source>
        <translation>Tej karty nie można teraz wydrukować.</translation>
    </message>
    <message>
        <source>The card is being printed …</source>
        <translation>Karta jest drukowana…</translation>
    </message>
    <message>
        <source>The printer %1 did not take the card. Is it on, and has it paper?</source>
        <translation>Drukarka %1 nie przyjęła karty. Czy jest włączona i&#xa0;ma papier?</translation>
    </message>
    <message>
        <source>The cards are being read again …</source>
        <translation>Karty są wczytywane ponownie…</translation>
    </message>
    <message>
        <source>The cards on the disk cannot be read; these are from before.</source>
        <translation>Kart z&#xa0;dysku nie można wczytać; wyświetlane są poprzednie.</translation>
    </message>
    <message>
        <source>The cards on the disk are faulty; the last good ones are shown.</source>
        <translation>Karty na dysku mają błędy; wyświetlana jest ostatnia poprawna wersja.</translation>
    </message>
    <message>
        <source>The cards are as they are on the disk.</source>
        <translation>Karty są aktualne.</translation>
    </message>
</context>
<context>
    <name>SurveyPage</name>
    <message>
        <source>More answers</source>
        <translation>Więcej odpowiedzi</translation>
    </message>
    <message>
        <source>More</source>
        <comment>answers</comment>
        <translation>Więcej</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Zatwierdź</translation>
    </message>
    <message>
        <source>Confirm (%1)</source>
        <translation>Zatwierdź (%1)</translation>
    </message>
    <message>
        <source>I prefer not to answer</source>
        <translation>Nie chcę odpowiadać</translation>
    </message>
</context>
<context>
    <name>SurveyProgress</name>
    <message>
        <source>Question %1 of %2</source>
        <translation>Pytanie %1 z&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>TestsPage</name>
    <message>
        <source>Sound, touch and screen</source>
        <translation>Dźwięk, dotyk i&#xa0;ekran</translation>
    </message>
    <message>
        <source>Play the test sound</source>
        <translation>Odtwórz dźwięk testowy</translation>
    </message>
    <message>
        <source>Nothing can be heard: %1</source>
        <translation>Niczego nie słychać: %1</translation>
    </message>
    <message>
        <source>Playing: a chime, then a sentence.</source>
        <translation>Odtwarzanie: gong, potem zdanie.</translation>
    </message>
    <message>
        <source>A chime, then a sentence on the output for speech.</source>
        <translation>Gong, potem zdanie w&#xa0;wyjściu dla mowy.</translation>
    </message>
    <message>
        <source>Test the touch</source>
        <translation>Sprawdź dotyk</translation>
    </message>
    <message>
        <source>Nine crosses; the test ends by itself.</source>
        <translation>Dziewięć krzyżyków; test kończy się sam.</translation>
    </message>
    <message>
        <source>Text size, now %1%</source>
        <translation>Wielkość tekstu, teraz %1%</translation>
    </message>
    <message>
        <source>Until this panel is closed.</source>
        <translation>Do zamknięcia panelu.</translation>
    </message>
    <message>
        <source>High contrast, now on</source>
        <translation>Wysoki kontrast, teraz włączony</translation>
    </message>
    <message>
        <source>High contrast, now off</source>
        <translation>Wysoki kontrast, teraz wyłączony</translation>
    </message>
</context>
<context>
    <name>ThanksPage</name>
    <message>
        <source>Done!</source>
        <translation>Gotowe!</translation>
    </message>
    <message numerus="yes">
        <source>Back to the home page in %n s</source>
        <translation>
            <numerusform>Powrót do strony głównej za %n&#xa0;sekundę</numerusform>
            <numerusform>Powrót do strony głównej za %n&#xa0;sekundy</numerusform>
            <numerusform>Powrót do strony głównej za %n&#xa0;sekund</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Zakończ</translation>
    </message>
</context>
<context>
    <name>TouchPage</name>
    <message>
        <source>Cross %1 of %2: touch its middle</source>
        <translation>Krzyżyk %1 z&#xa0;%2: proszę dotknąć środka</translation>
    </message>
    <message>
        <source>The touch test is over</source>
        <translation>Test dotyku zakończony</translation>
    </message>
    <message>
        <source>Without a touch the test ends after 15 s.</source>
        <translation>Bez dotknięcia test skończy się po 15&#xa0;s.</translation>
    </message>
    <message>
        <source>The last touch was %1 off.</source>
        <translation>Ostatnie dotknięcie: odchylenie %1.</translation>
    </message>
    <message>
        <source>Back to the tests</source>
        <translation>Wróć do testów</translation>
    </message>
</context>
</TS>
