<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AdminBar</name>
    <message>
        <source>Overview</source>
        <comment>at most nine letters</comment>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Export</source>
        <comment>at most nine letters</comment>
        <translation>Export</translation>
    </message>
    <message>
        <source>Tests</source>
        <comment>at most nine letters</comment>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Program</source>
        <comment>at most nine letters</comment>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Journal</source>
        <comment>at most nine letters</comment>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Bereich schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>at most nine letters</comment>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Administration</name>
    <message>
        <source>PIN set</source>
        <translation>PIN gesetzt</translation>
    </message>
    <message>
        <source>PIN cleared</source>
        <translation>PIN gelöscht</translation>
    </message>
    <message>
        <source>Panel opened</source>
        <translation>Bereich geöffnet</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>Falsche PIN</translation>
    </message>
    <message>
        <source>Too many wrong PINs: locked</source>
        <translation>Zu viele falsche PINs: gesperrt</translation>
    </message>
    <message>
        <source>Panel closed</source>
        <translation>Bereich geschlossen</translation>
    </message>
    <message>
        <source>Export begun</source>
        <translation>Export begonnen</translation>
    </message>
    <message>
        <source>Export done</source>
        <translation>Export abgeschlossen</translation>
    </message>
    <message>
        <source>Export failed</source>
        <translation>Export fehlgeschlagen</translation>
    </message>
    <message>
        <source>Export cancelled</source>
        <translation>Export abgebrochen</translation>
    </message>
    <message>
        <source>Sound tested</source>
        <translation>Ton getestet</translation>
    </message>
    <message>
        <source>Touch tested</source>
        <translation>Berührung getestet</translation>
    </message>
    <message>
        <source>Program closed</source>
        <translation>Programm beendet</translation>
    </message>
    <message>
        <source>Program restarted</source>
        <translation>Programm neu gestartet</translation>
    </message>
    <message>
        <source>Paper questionnaires read in</source>
        <translation>Papierfragebögen eingelesen</translation>
    </message>
    <message>
        <source>Comments released</source>
        <translation>Kommentare freigegeben</translation>
    </message>
    <message>
        <source>Comments rejected</source>
        <translation>Kommentare verworfen</translation>
    </message>
    <message>
        <source>A damaged line of this list</source>
        <translation>Eine beschädigte Zeile dieser Liste</translation>
    </message>
    <message>
        <source>Database damaged: what was readable has been saved</source>
        <translation>Datenbank beschädigt: Lesbares wurde gerettet</translation>
    </message>
    <message>
        <source>No stick is plugged in</source>
        <translation>Kein USB-Stick eingesteckt</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Bitte wählen</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>Von Anfang an</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Bis zum Ende</translation>
    </message>
    <message>
        <source>Stick %1</source>
        <translation>USB-Stick %1</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>Ordner %1</translation>
    </message>
    <message>
        <source>cannot be written to</source>
        <translation>nicht beschreibbar</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>CSV, a plain table</source>
        <translation>CSV, einfache Tabelle</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Excel-Arbeitsmappe (.xlsx)</translation>
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
        <translation>Vollständiges Archivpaket mit Codebuch</translation>
    </message>
    <message>
        <source>Everything is on the disk: you can take the stick out now.</source>
        <translation>Alles ist gespeichert: Der USB-Stick kann jetzt abgezogen werden.</translation>
    </message>
    <message>
        <source>Some questionnaires are not in it yet: their week is not over, or too few people share it.</source>
        <translation>Einige Fragebögen fehlen noch: Ihre Woche läuft noch, oder zu wenige Personen gehören zu ihr.</translation>
    </message>
    <message>
        <source>There is no room left on it.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>Delete something from it or take another one, and try again.</source>
        <translation>Bitte löschen Sie etwas darauf oder nehmen Sie einen anderen, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>It takes no file as large as this one.</source>
        <translation>Der Datenträger nimmt keine so große Datei auf.</translation>
    </message>
    <message>
        <source>Choose a shorter period or another format, or take another stick.</source>
        <translation>Bitte wählen Sie einen kürzeren Zeitraum oder ein anderes Format, oder nehmen Sie einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>It can be read, but not written to.</source>
        <translation>Der Datenträger lässt sich lesen, aber nicht beschreiben.</translation>
    </message>
    <message>
        <source>Look for a switch on its side, or take another one, and try again.</source>
        <translation>Bitte prüfen Sie, ob an der Seite ein Schreibschutzschalter ist, oder nehmen Sie einen anderen, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>It was pulled out before everything was written.</source>
        <translation>Der Datenträger wurde entfernt, bevor alles geschrieben war.</translation>
    </message>
    <message>
        <source>Plug it in again, wait until it is listed, and try again.</source>
        <translation>Bitte stecken Sie ihn wieder ein, warten Sie, bis er in der Liste steht, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This program may not write there.</source>
        <translation>Das Programm darf dort nicht schreiben.</translation>
    </message>
    <message>
        <source>Take a stick, or let the folder&apos;s owner allow it.</source>
        <translation>Bitte nehmen Sie einen USB-Stick oder lassen Sie es sich vom Eigentümer des Ordners erlauben.</translation>
    </message>
    <message>
        <source>The answers are encrypted, and the key that opens them is not on it.</source>
        <translation>Die Antworten sind verschlüsselt, und der Schlüssel dazu ist dort nicht zu finden.</translation>
    </message>
    <message>
        <source>Copy the office&apos;s private key, okienko.key, onto it and try again.</source>
        <translation>Kopieren Sie den privaten Schlüssel des Amtes, die Datei okienko.key, dorthin und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Try again, or with another stick.</source>
        <translation>Bitte versuchen Sie es erneut oder mit einem anderen USB-Stick.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>This terminal is not enrolled.</source>
        <translation>Dieses Terminal ist nicht bei der Zentrale angemeldet.</translation>
    </message>
    <message>
        <source>To the central office</source>
        <translation>An die Zentrale</translation>
    </message>
    <message>
        <source>Responses waiting</source>
        <translation>Wartende Antworten</translation>
    </message>
    <message>
        <source>Batches not acknowledged</source>
        <translation>Unbestätigte Pakete</translation>
    </message>
    <message>
        <source>Last upload</source>
        <translation>Letzte Übertragung</translation>
    </message>
    <message>
        <source>Last problem</source>
        <translation>Letztes Problem</translation>
    </message>
    <message>
        <source>Last whole week</source>
        <translation>Letzte volle Woche</translation>
    </message>
    <message>
        <source>This month, whole weeks</source>
        <translation>Dieser Monat, volle Wochen</translation>
    </message>
    <message>
        <source>Last month, whole weeks</source>
        <translation>Letzter Monat, volle Wochen</translation>
    </message>
    <message>
        <source>Responses collected</source>
        <translation>Gesammelte Antworten</translation>
    </message>
    <message>
        <source>Answers of the last month</source>
        <translation>Antworten des letzten Monats</translation>
    </message>
    <message>
        <source>They are encrypted here, and can be read from an export made with the key.</source>
        <translation>Sie sind hier verschlüsselt und lassen sich aus einem Export lesen, der mit dem Schlüssel erstellt wurde.</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1&#xa0;Tage</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>nicht verglichen</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>here since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>This terminal</source>
        <translation>Dieses Terminal</translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation>Freier Speicherplatz</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Clock, beside the centre&apos;s</source>
        <translation>Uhr im Vergleich zur Zentrale</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalte</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait: %1.</source>
        <translation>Zu viele falsche PINs. Bitte warten: %1.</translation>
    </message>
    <message>
        <source>The PIN could not be checked: the disk may be full or broken.</source>
        <translation>Die PIN konnte nicht geprüft werden: Der Datenträger ist vielleicht voll oder defekt.</translation>
    </message>
    <message>
        <source>Wrong PIN. Tries left: %1.</source>
        <translation>Falsche PIN. Verbleibende Versuche: %1.</translation>
    </message>
    <message>
        <source>Enter the PIN of this terminal.</source>
        <translation>Bitte geben Sie die PIN dieses Terminals ein.</translation>
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
        <translation>Dies ist der Tontest dieses Terminals.</translation>
    </message>
    <message>
        <source>The test ended early: %1 of %2 crosses were touched.</source>
        <translation>Der Test endete vorzeitig: %1 von %2 Kreuzen wurden berührt.</translation>
    </message>
    <message>
        <source>Well: no touch was more than %1 off.</source>
        <translation>Gut: Keine Berührung lag mehr als %1 daneben.</translation>
    </message>
    <message>
        <source>Touches are up to %1 off: the panel should be calibrated.</source>
        <translation>Berührungen liegen bis zu %1 daneben: Der Bildschirm sollte kalibriert werden.</translation>
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
        <translation>Zum Starten bitte berühren</translation>
    </message>
    <message>
        <source>Please rate your visit: one touch, anonymously.</source>
        <translation>Bitte bewerten Sie Ihren Besuch: mit einer Berührung, anonym.</translation>
    </message>
    <message>
        <source>How do I settle my matter?</source>
        <translation>Wie erledige ich mein Anliegen?</translation>
    </message>
    <message>
        <source>Here you can see which documents you need, what it costs and how long it takes.</source>
        <translation>Hier sehen Sie, welche Unterlagen Sie brauchen, was es kostet und wie lange es dauert.</translation>
    </message>
    <message>
        <source>What we have changed</source>
        <translation>Was wir geändert haben</translation>
    </message>
    <message>
        <source>Open today %1</source>
        <translation>Heute geöffnet %1</translation>
    </message>
    <message>
        <source>The office is closed now</source>
        <translation>Das Amt ist jetzt geschlossen</translation>
    </message>
    <message>
        <source>tel. %1</source>
        <translation>Tel.&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Journal of this panel</source>
        <translation>Protokoll dieses Bereichs</translation>
    </message>
    <message>
        <source>The journal cannot be read just now.</source>
        <translation>Das Protokoll lässt sich gerade nicht lesen.</translation>
    </message>
    <message>
        <source>The central office receives these entries. Nothing about visitors is written down here.</source>
        <translation>Die Zentrale erhält diese Einträge. Über Besucherinnen und Besucher wird hier nichts festgehalten.</translation>
    </message>
</context>
<context>
    <name>BottomStrip</name>
    <message>
        <source>Home page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Service catalogue</source>
        <translation>Leistungskatalog</translation>
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
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Text size, now %1%</source>
        <translation>Textgröße, jetzt %1&#xa0;%</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Lower the screen</source>
        <translation>Anzeige tiefer</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Tiefer</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <comment>short: at most nine letters</comment>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Sprache: %1</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Fee</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Who it is for</source>
        <translation>Für wen</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>Was Sie brauchen</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>Was es kostet</translation>
    </message>
    <message>
        <source>Where and how</source>
        <translation>Wo und wie</translation>
    </message>
    <message>
        <source>How long it takes</source>
        <translation>Fristen</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Schritt für Schritt</translation>
    </message>
    <message>
        <source>What you will get</source>
        <translation>Was Sie erhalten</translation>
    </message>
    <message>
        <source>If you disagree</source>
        <translation>Wenn Sie nicht einverstanden sind</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Rechtsgrundlage</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>Bitte beachten Sie</translation>
    </message>
    <message>
        <source>Who answers for this card</source>
        <translation>Wer für dieses Merkblatt verantwortlich ist</translation>
    </message>
    <message>
        <source>depends on the matter</source>
        <translation>je nach Anliegen</translation>
    </message>
    <message>
        <source>free of charge or for a fee</source>
        <translation>kostenlos oder gegen Entgelt</translation>
    </message>
    <message>
        <source>free of charge or %1</source>
        <translation>kostenlos oder %1</translation>
    </message>
    <message>
        <source>the amount depends on the matter</source>
        <translation>Betrag je nach Anliegen</translation>
    </message>
    <message>
        <source>free of charge</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>Sie sind hier</translation>
    </message>
    <message>
        <source>Contact: %1</source>
        <translation>Kontakt: %1</translation>
    </message>
    <message>
        <source>In plain language</source>
        <translation>In einfacher Sprache</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>Noch nicht bestätigt</translation>
    </message>
    <message>
        <source>Payment: %1</source>
        <translation>Zahlung: %1</translation>
    </message>
    <message>
        <source>Proof of identity and signature: %1</source>
        <translation>Identitätsnachweis und Unterschrift: %1</translation>
    </message>
    <message>
        <source>We serve you in: %1</source>
        <translation>Sprachen: %1</translation>
    </message>
    <message>
        <source>Your time limit: %1</source>
        <translation>Ihre Frist: %1</translation>
    </message>
    <message>
        <source>Our time limit: %1</source>
        <translation>Unsere Frist: %1</translation>
    </message>
    <message>
        <source>If we do not reply: %1</source>
        <translation>Wenn wir nicht antworten: %1</translation>
    </message>
    <message>
        <source>Prepared by: %1</source>
        <translation>Erstellt von: %1</translation>
    </message>
    <message>
        <source>Approved by: %1</source>
        <translation>Genehmigt von: %1</translation>
    </message>
    <message>
        <source>Published by: %1</source>
        <translation>Veröffentlicht von: %1</translation>
    </message>
    <message>
        <source>Law as of: %1</source>
        <translation>Rechtsstand: %1</translation>
    </message>
    <message>
        <source>Last changed: %1</source>
        <translation>Letzte Änderung: %1</translation>
    </message>
    <message>
        <source>Card %1, version %2</source>
        <translation>Merkblatt %1, Version %2</translation>
    </message>
    <message>
        <source>tel. %1</source>
        <translation>Tel.&#xa0;%1</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>only to show</source>
        <translation>nur zur Vorlage</translation>
    </message>
    <message>
        <source>if you have it</source>
        <translation>falls vorhanden</translation>
    </message>
    <message>
        <source>private persons</source>
        <translation>Privatpersonen</translation>
    </message>
    <message>
        <source>companies and organisations</source>
        <translation>Firmen und Organisationen</translation>
    </message>
    <message>
        <source>public institutions</source>
        <translation>öffentliche Einrichtungen</translation>
    </message>
    <message>
        <source>employees of the office</source>
        <translation>Beschäftigte des Amtes</translation>
    </message>
</context>
<context>
    <name>CardCodePage</name>
    <message>
        <source>Point your phone’s camera at this code.</source>
        <translation>Richten Sie die Kamera Ihres Handys auf diesen Code.</translation>
    </message>
    <message>
        <source>You can also type this address:</source>
        <translation>Sie können auch diese Adresse eingeben:</translation>
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
        <translation>Noch nicht bestätigt</translation>
    </message>
    <message>
        <source>Related matters</source>
        <translation>Verwandte Anliegen</translation>
    </message>
</context>
<context>
    <name>CardPane</name>
    <message>
        <source>No card is chosen.</source>
        <translation>Kein Merkblatt gewählt.</translation>
    </message>
</context>
<context>
    <name>CardTitle</name>
    <message>
        <source>Not confirmed yet</source>
        <translation>Noch nicht bestätigt</translation>
    </message>
</context>
<context>
    <name>CardTools</name>
    <message>
        <source>Full card</source>
        <translation>Ganzes Merkblatt</translation>
    </message>
    <message>
        <source>In plain language</source>
        <translation>In einfacher Sprache</translation>
    </message>
    <message>
        <source>In sign language</source>
        <translation>In Gebärdensprache</translation>
    </message>
    <message>
        <source>Open on your phone</source>
        <translation>Auf dem Handy öffnen</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>What is your matter about?</source>
        <translation>Worum geht es bei Ihrem Anliegen?</translation>
    </message>
</context>
<context>
    <name>ChosenFilters</name>
    <message>
        <source>All cards</source>
        <translation>Alle Merkblätter</translation>
    </message>
</context>
<context>
    <name>CodeSheet</name>
    <message>
        <source>QR code of the address</source>
        <translation>QR-Code der Adresse</translation>
    </message>
</context>
<context>
    <name>CommentField</name>
    <message>
        <source>No names, no numbers please</source>
        <translation>Ohne Namen und Nummern</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>Noch %n&#xa0;Zeichen</numerusform>
            <numerusform>Noch %n&#xa0;Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase the last letter</source>
        <translation>Letzten Buchstaben löschen</translation>
    </message>
</context>
<context>
    <name>CommentKeys</name>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
</context>
<context>
    <name>CommentPage</name>
    <message>
        <source>Your answers have been saved. One more question, if you like:</source>
        <translation>Ihre Antworten sind gespeichert. Noch eine Frage, wenn Sie mögen:</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>DeskTools</name>
    <message>
        <source>To the list</source>
        <translation>Zur Liste</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
    <message>
        <source>Hide changes</source>
        <translation>Änderungen ausblenden</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Änderungen zeigen</translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message>
        <source>Write the file</source>
        <translation>Datei schreiben</translation>
    </message>
    <message>
        <source>Take the data out</source>
        <translation>Daten exportieren</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Fragebogen</translation>
    </message>
    <message>
        <source>First period</source>
        <translation>Erster Zeitraum</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>Letzter Zeitraum</translation>
    </message>
    <message>
        <source>The file holds single responses without time or order. Treat it as the office&apos;s data.</source>
        <translation>Die Datei enthält einzelne Antworten ohne Uhrzeit und Reihenfolge. Es sind Daten des Amtes: Bitte bewahren Sie sie sicher auf.</translation>
    </message>
    <message>
        <source>Nothing has been collected yet.</source>
        <translation>Es wurde noch nichts gesammelt.</translation>
    </message>
</context>
<context>
    <name>ExportEnd</name>
    <message>
        <source>The file is written</source>
        <translation>Die Datei ist geschrieben</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>Cancelled: nothing was written</source>
        <translation>Abgebrochen: Nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>Back to the choices</source>
        <translation>Zurück zur Auswahl</translation>
    </message>
</context>
<context>
    <name>ExportList</name>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Fragebogen</translation>
    </message>
    <message>
        <source>First period</source>
        <translation>Erster Zeitraum</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>Letzter Zeitraum</translation>
    </message>
    <message>
        <source>A stick that you plug in appears here by itself.</source>
        <translation>Ein eingesteckter USB-Stick erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>Written: %1%</source>
        <translation>Geschrieben: %1&#xa0;%</translation>
    </message>
    <message>
        <source>Do not pull the stick out yet.</source>
        <translation>Bitte den USB-Stick noch nicht abziehen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>FactText</name>
    <message numerus="yes">
        <source>Up to %n days</source>
        <translation>
            <numerusform>Bis zu %n&#xa0;Tag</numerusform>
            <numerusform>Bis zu %n&#xa0;Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n working days</source>
        <translation>
            <numerusform>Bis zu %n&#xa0;Arbeitstag</numerusform>
            <numerusform>Bis zu %n&#xa0;Arbeitstage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n months</source>
        <translation>
            <numerusform>Bis zu %n&#xa0;Monat</numerusform>
            <numerusform>Bis zu %n&#xa0;Monate</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilmControls</name>
    <message>
        <source>Pause the film</source>
        <translation>Pause im Film</translation>
    </message>
    <message>
        <source>Play the film</source>
        <translation>Film abspielen</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>short: at most nine letters</comment>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <comment>short: at most nine letters</comment>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Restart the film</source>
        <translation>Film von vorn</translation>
    </message>
    <message>
        <source>Restart</source>
        <comment>short: at most nine letters</comment>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Text of the film</source>
        <translation>Text des Films</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>short: at most nine letters</comment>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>FilmPage</name>
    <message>
        <source>Film in Polish Sign Language</source>
        <translation>Film in polnischer Gebärdensprache</translation>
    </message>
    <message>
        <source>One moment, please…</source>
        <translation>Einen Moment, bitte…</translation>
    </message>
</context>
<context>
    <name>FilmTrouble</name>
    <message>
        <source>The film cannot be shown now. This is its text:</source>
        <translation>Der Film kann gerade nicht gezeigt werden. Das ist sein Inhalt:</translation>
    </message>
</context>
<context>
    <name>FilterPane</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>How to use this screen</source>
        <translation>So bedienen Sie diesen Bildschirm</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>The button with two letters A makes the text one and a half times and twice as large.</source>
        <translation>Die Taste „AA“ macht den Text eineinhalbmal oder doppelt so groß.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>White and yellow letters on black.</source>
        <translation>Weiße und gelbe Buchstaben auf Schwarz.</translation>
    </message>
    <message>
        <source>Lower the screen</source>
        <translation>Anzeige tiefer</translation>
    </message>
    <message>
        <source>All buttons move down, within reach for those who sit.</source>
        <translation>Alle Tasten rücken nach unten, in Reichweite für alle, die sitzen.</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>The screen is read to you in the language that you chose. Touching anything stops the voice.</source>
        <translation>Der Bildschirm wird in der gewählten Sprache vorgelesen. Jede Berührung hält die Stimme an.</translation>
    </message>
    <message>
        <source>Keys instead of touch</source>
        <translation>Tasten statt Berührung</translation>
    </message>
    <message>
        <source>Where there is a keypad: the arrows move, Enter presses, the digits 1 to 5 rate.</source>
        <translation>Mit Tastatur: Pfeiltasten wechseln, Eingabetaste wählt, die Ziffern 1&#xa0;bis 5&#xa0;bewerten.</translation>
    </message>
    <message>
        <source>As much time as you need</source>
        <translation>So viel Zeit, wie Sie brauchen</translation>
    </message>
    <message>
        <source>Before a page closes the screen asks you. Touch it anywhere and it stays.</source>
        <translation>Bevor sich eine Seite schließt, fragt der Bildschirm. Berühren Sie ihn irgendwo, und sie bleibt.</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>Nothing you touch here is connected with you, and nobody is made to answer.</source>
        <translation>Niemand bringt die Antworten mit Ihnen in Verbindung. Antworten ist freiwillig.</translation>
    </message>
    <message>
        <source>Our staff will help you</source>
        <translation>Unser Personal hilft Ihnen gern</translation>
    </message>
    <message>
        <source>If anything is unclear or does not work for you, please ask at the counter.</source>
        <translation>Wenn etwas unklar ist oder nicht funktioniert, fragen Sie bitte am Schalter.</translation>
    </message>
</context>
<context>
    <name>HomeHead</name>
    <message>
        <source>Open today %1</source>
        <translation>Heute geöffnet %1</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Heute geschlossen</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Please touch one of the faces</source>
        <translation>Bitte tippen Sie auf eines der Gesichter</translation>
    </message>
    <message>
        <source>How do I settle my matter?</source>
        <translation>Wie erledige ich mein Anliegen?</translation>
    </message>
    <message>
        <source>Service catalogue: documents, fees, deadlines, places</source>
        <translation>Leistungskatalog: Unterlagen, Kosten, Fristen, Orte</translation>
    </message>
    <message>
        <source>How to use this screen</source>
        <translation>So bedienen Sie diesen Bildschirm</translation>
    </message>
    <message>
        <source>%1, tel. %2</source>
        <translation>%1, Tel.&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Do you need more time?</source>
        <translation>Brauchen Sie mehr Zeit?</translation>
    </message>
    <message numerus="yes">
        <source>This page will close in %n s.</source>
        <translation>
            <numerusform>Diese Seite wird in %n&#xa0;Sekunde geschlossen.</numerusform>
            <numerusform>Diese Seite wird in %n&#xa0;Sekunden geschlossen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you have written and not sent will be deleted.</source>
        <translation>Nicht gesendeter Text wird gelöscht.</translation>
    </message>
    <message>
        <source>Yes, I need more time</source>
        <translation>Ja, ich brauche mehr Zeit</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Other letters and digits</source>
        <translation>Weitere Buchstaben und Ziffern</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Language of the card</source>
        <translation>Sprache des Merkblatts</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Choose a language</source>
        <translation>Sprache wählen</translation>
    </message>
    <message>
        <source>How to use this screen</source>
        <translation>So bedienen Sie diesen Bildschirm</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No card is found with these filters.</source>
        <translation>Mit diesen Filtern wurde kein Merkblatt gefunden.</translation>
    </message>
    <message>
        <source>No card is found. Try another word, or only its beginning.</source>
        <translation>Kein Merkblatt gefunden. Versuchen Sie ein anderes Wort oder nur seinen Anfang.</translation>
    </message>
    <message>
        <source>Search all cards</source>
        <translation>In allen Merkblättern suchen</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>We open on Monday at %1</source>
        <translation>Wir öffnen am Montag um %1&#xa0;Uhr</translation>
    </message>
    <message>
        <source>We open on Tuesday at %1</source>
        <translation>Wir öffnen am Dienstag um %1&#xa0;Uhr</translation>
    </message>
    <message>
        <source>We open on Wednesday at %1</source>
        <translation>Wir öffnen am Mittwoch um %1&#xa0;Uhr</translation>
    </message>
    <message>
        <source>We open on Thursday at %1</source>
        <translation>Wir öffnen am Donnerstag um %1&#xa0;Uhr</translation>
    </message>
    <message>
        <source>We open on Friday at %1</source>
        <translation>Wir öffnen am Freitag um %1&#xa0;Uhr</translation>
    </message>
    <message>
        <source>We open on Saturday at %1</source>
        <translation>Wir öffnen am Samstag um %1&#xa0;Uhr</translation>
    </message>
    <message>
        <source>We open on Sunday at %1</source>
        <translation>Wir öffnen am Sonntag um %1&#xa0;Uhr</translation>
    </message>
    <message>
        <source>We open today at %1</source>
        <translation>Wir öffnen heute um %1&#xa0;Uhr</translation>
    </message>
    <message>
        <source>We open tomorrow at %1</source>
        <translation>Wir öffnen morgen um %1&#xa0;Uhr</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>We open on %2 at %1</source>
        <translation>Wir öffnen am %2 um %1&#xa0;Uhr</translation>
    </message>
</context>
<context>
    <name>OutOfServicePage</name>
    <message>
        <source>Ratings are temporarily unavailable</source>
        <translation>Bewertungen sind vorübergehend nicht möglich</translation>
    </message>
    <message>
        <source>We are sorry. Please try again in a moment.</source>
        <translation>Wir bitten um Entschuldigung. Bitte versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The service catalogue still works.</source>
        <translation>Der Leistungskatalog steht Ihnen weiter zur Verfügung.</translation>
    </message>
    <message>
        <source>Service catalogue</source>
        <translation>Leistungskatalog</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>The data cannot be read just now.</source>
        <translation>Die Daten lassen sich gerade nicht lesen.</translation>
    </message>
    <message>
        <source>“•” stands for a figure that would tell of fewer than 5 people. Weeks with fewer than 5 responses are left out, and the running week is not counted yet.</source>
        <translation>„•“ steht für eine Zahl, die von weniger als 5&#xa0;Personen sprechen würde. Wochen mit weniger als 5&#xa0;Antworten sind ausgelassen, die laufende Woche zählt noch nicht.</translation>
    </message>
</context>
<context>
    <name>PassageRow</name>
    <message>
        <source>Before:</source>
        <translation>Vorher:</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Take the last digit back</source>
        <translation>Letzte Ziffer löschen</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>For the administrator only</source>
        <translation>Nur für die Administration</translation>
    </message>
    <message numerus="yes">
        <source>%n digits typed</source>
        <translation>
            <numerusform>%n&#xa0;Ziffer eingegeben</numerusform>
            <numerusform>%n&#xa0;Ziffern eingegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the home page</source>
        <translation>Zurück zur Startseite</translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Start the program again?</source>
        <translation>Programm neu starten?</translation>
    </message>
    <message>
        <source>Close the program?</source>
        <translation>Programm beenden?</translation>
    </message>
    <message>
        <source>The screen goes dark for a few seconds. Nothing that was collected is lost.</source>
        <translation>Der Bildschirm wird für einige Sekunden dunkel. Nichts Gesammeltes geht verloren.</translation>
    </message>
    <message>
        <source>Visitors can no longer rate or look up anything until somebody starts it. Nothing that was collected is lost.</source>
        <translation>Niemand kann mehr etwas bewerten oder nachschlagen, bis das Programm wieder gestartet wird. Nichts Gesammeltes geht verloren.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>The program ends and its supervisor starts it anew.</source>
        <translation>Das Programm endet und wird vom System neu gestartet.</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Programm beenden</translation>
    </message>
    <message>
        <source>It stays closed until somebody starts it.</source>
        <translation>Es bleibt beendet, bis jemand es startet.</translation>
    </message>
    <message>
        <source>Yes, start again</source>
        <translation>Ja, neu starten</translation>
    </message>
    <message>
        <source>Yes, close</source>
        <translation>Ja, beenden</translation>
    </message>
    <message>
        <source>No, leave it running</source>
        <translation>Nein, weiterlaufen lassen</translation>
    </message>
</context>
<context>
    <name>ResultPane</name>
    <message>
        <source>Search in all fields</source>
        <translation>In allen Feldern suchen</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search in the catalogue</source>
        <translation>Im Katalog suchen</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>What are you looking for?</source>
        <translation>Was suchen Sie?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Erase the last letter</source>
        <translation>Letzten Buchstaben löschen</translation>
    </message>
    <message>
        <source>Erase all</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Show results (%1)</source>
        <translation>Treffer zeigen (%1)</translation>
    </message>
    <message>
        <source>Change the words</source>
        <translation>Wörter ändern</translation>
    </message>
</context>
<context>
    <name>SearchMessage</name>
    <message>
        <source>Write a word that names your matter. Its beginning is enough.</source>
        <translation>Geben Sie ein Wort zu Ihrem Anliegen ein. Der Anfang genügt.</translation>
    </message>
    <message>
        <source>One moment, please…</source>
        <translation>Einen Moment, bitte…</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>No card has all these words; these come close.</source>
        <translation>Kein Merkblatt enthält alle diese Wörter. Diese kommen ihnen am nächsten.</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) found</source>
        <translation>
            <numerusform>%n&#xa0;Merkblatt gefunden</numerusform>
            <numerusform>%n&#xa0;Merkblätter gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Please try another word, look in the catalogue or ask a member of staff.</source>
        <translation>Versuchen Sie ein anderes Wort, sehen Sie im Katalog nach oder fragen Sie unser Personal.</translation>
    </message>
    <message>
        <source>Service catalogue</source>
        <translation>Leistungskatalog</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Show results</source>
        <translation>Treffer zeigen</translation>
    </message>
    <message>
        <source>Show results (%1)</source>
        <translation>Treffer zeigen (%1)</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Previous page</source>
        <translation>Vorherige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Weiterblättern</translation>
    </message>
    <message>
        <source>Next</source>
        <comment>page</comment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>%1 of 5: %2</source>
        <translation>%1 von 5: %2</translation>
    </message>
    <message>
        <source>not available now</source>
        <translation>jetzt nicht verfügbar</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <source>can be ticked</source>
        <translation>zum Ankreuzen</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>Schalter</translation>
    </message>
    <message>
        <source>button</source>
        <translation>Schaltfläche</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>To be approved</source>
        <translation>Zur Genehmigung</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Employees only</source>
        <translation>Nur für Beschäftigte</translation>
    </message>
    <message>
        <source>Review overdue</source>
        <translation>Überprüfung überfällig</translation>
    </message>
    <message>
        <source>Changed since version %1</source>
        <translation>Geändert seit Version %1</translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>Zu bestätigen</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Changed in: %1</source>
        <translation>Geändert auf: %1</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>The office’s time limit</source>
        <translation>Frist des Amtes</translation>
    </message>
    <message>
        <source>The client’s time limit</source>
        <translation>Frist für Kunden</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>only to show</source>
        <translation>nur zur Vorlage</translation>
    </message>
    <message>
        <source>if you have it</source>
        <translation>falls vorhanden</translation>
    </message>
    <message>
        <source>only in the case named</source>
        <translation>nur im genannten Fall</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>persönlich</translation>
    </message>
    <message>
        <source>post</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>electronically</source>
        <translation>elektronisch</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>Internetseite</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>At a glance: %1</source>
        <translation>Auf einen Blick: %1</translation>
    </message>
    <message>
        <source>Private persons</source>
        <translation>Privatpersonen</translation>
    </message>
    <message>
        <source>Companies and organisations</source>
        <translation>Firmen und Organisationen</translation>
    </message>
    <message>
        <source>Public institutions</source>
        <translation>Öffentliche Einrichtungen</translation>
    </message>
    <message>
        <source>Employees of the office</source>
        <translation>Beschäftigte des Amtes</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>For staff only</source>
        <translation>Nur für Beschäftigte</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>Kurz gesagt</translation>
    </message>
    <message>
        <source>Who it is for</source>
        <translation>Für wen</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Unterlagen</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formulare</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>Fristen</translation>
    </message>
    <message>
        <source>If the office does not reply</source>
        <translation>Wenn das Amt nicht antwortet</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Where and how</source>
        <translation>Wo und wie</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Zuständige Stelle</translation>
    </message>
    <message>
        <source>Address of the unit</source>
        <translation>Anschrift der Stelle</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Ways to apply</source>
        <translation>Wege der Einreichung</translation>
    </message>
    <message>
        <source>Proof of identity and signature</source>
        <translation>Identitätsnachweis und Unterschrift</translation>
    </message>
    <message>
        <source>Languages of service</source>
        <translation>Sprachen der Bedienung</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>Rechtsbehelf</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Rechtsgrundlage</translation>
    </message>
    <message>
        <source>In plain language</source>
        <translation>In Leichter Sprache</translation>
    </message>
    <message>
        <source>Related cards</source>
        <translation>Verwandte Merkblätter</translation>
    </message>
    <message>
        <source>About this card</source>
        <translation>Zu diesem Merkblatt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Law as of</source>
        <translation>Rechtsstand</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Genehmigt von</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>Veröffentlicht von</translation>
    </message>
    <message>
        <source>Life event</source>
        <translation>Lebenslage</translation>
    </message>
    <message>
        <source>Search words</source>
        <translation>Suchwörter</translation>
    </message>
    <message>
        <source>Address of the card</source>
        <translation>Adresse des Merkblatts</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Tonaufnahmen</translation>
    </message>
    <message>
        <source>Film in sign language</source>
        <translation>Film in Gebärdensprache</translation>
    </message>
    <message>
        <source>Not applicable (EU 2018/1724, article 10)</source>
        <translation>Nicht zutreffend (EU 2018/1724, Art.&#xa0;10)</translation>
    </message>
</context>
<context>
    <name>StaffHead</name>
    <message>
        <source>service cards for staff</source>
        <translation>Merkblätter für Beschäftigte</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
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
        <translation>Merkblätter suchen, von überall im Fenster</translation>
    </message>
    <message>
        <source>next or previous card; scroll the card</source>
        <translation>nächstes oder voriges Merkblatt; Merkblatt rollen</translation>
    </message>
    <message>
        <source>read the card; choose a filter</source>
        <translation>Merkblatt lesen; Filter wählen</translation>
    </message>
    <message>
        <source>next control</source>
        <translation>nächstes Bedienelement</translation>
    </message>
    <message>
        <source>to the words you search for</source>
        <translation>zu den Suchwörtern</translation>
    </message>
    <message>
        <source>one step back; clear the words</source>
        <translation>ein Schritt zurück; Suchwörter löschen</translation>
    </message>
    <message>
        <source>next part of the window</source>
        <translation>nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>previous part of the window</source>
        <translation>voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>print the card</source>
        <translation>Merkblatt drucken</translation>
    </message>
    <message>
        <source>copy the card’s web address</source>
        <translation>Internetadresse des Merkblatts kopieren</translation>
    </message>
    <message>
        <source>show the visitor a QR code</source>
        <translation>QR-Code für Besucher, im ganzen Fenster</translation>
    </message>
    <message>
        <source>the card in the next language</source>
        <translation>Merkblatt in der nächsten Sprache</translation>
    </message>
    <message>
        <source>to the next word found in the card</source>
        <translation>zum nächsten gefundenen Wort im Merkblatt</translation>
    </message>
    <message>
        <source>to the previous word found in the card</source>
        <translation>zum vorigen gefundenen Wort im Merkblatt</translation>
    </message>
    <message>
        <source>to the next change in the card</source>
        <translation>zur nächsten Änderung im Merkblatt</translation>
    </message>
    <message>
        <source>mark what has changed, or not</source>
        <translation>Änderungen zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>only cards due for a review</source>
        <translation>nur Merkblätter mit überfälliger Überprüfung</translation>
    </message>
    <message>
        <source>all cards again</source>
        <translation>wieder alle Merkblätter</translation>
    </message>
    <message>
        <source>larger text</source>
        <translation>größere Schrift</translation>
    </message>
    <message>
        <source>smaller text</source>
        <translation>kleinere Schrift</translation>
    </message>
    <message>
        <source>text of the usual size</source>
        <translation>übliche Schriftgröße</translation>
    </message>
    <message>
        <source>read the cards again from the disk</source>
        <translation>Merkblätter neu vom Datenträger einlesen</translation>
    </message>
    <message>
        <source>this list</source>
        <translation>diese Liste</translation>
    </message>
</context>
<context>
    <name>StaffMain</name>
    <message>
        <source>Okienko – staff</source>
        <translation>Okienko – für Beschäftigte</translation>
    </message>
</context>
<context>
    <name>StaffPrintingViewModel</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n&#xa0;Seite an den Drucker gesandt.</numerusform>
            <numerusform>%n&#xa0;Seiten an den Drucker gesandt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffSearch</name>
    <message>
        <source>The cards are being made searchable …</source>
        <translation>Die Merkblätter werden durchsuchbar gemacht …</translation>
    </message>
    <message>
        <source>No card has all these words. These have some of them:</source>
        <translation>Kein Merkblatt enthält alle diese Wörter. Diese enthalten einige davon:</translation>
    </message>
</context>
<context>
    <name>StaffSearchViewModel</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n&#xa0;Merkblatt</numerusform>
            <numerusform>%n&#xa0;Merkblätter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffTools</name>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>No card is chosen.</source>
        <translation>Kein Merkblatt gewählt.</translation>
    </message>
    <message>
        <source>Visitors are not shown this card: it has no page.</source>
        <translation>Dieses Merkblatt sehen Besucher nicht, es hat keine Adresse.</translation>
    </message>
    <message>
        <source>The office has given no address for its cards.</source>
        <translation>Das Amt hat keine Adresse für seine Merkblätter angegeben.</translation>
    </message>
    <message>
        <source>The card is being put on paper …</source>
        <translation>Das Merkblatt wird für den Druck vorbereitet …</translation>
    </message>
    <message>
        <source>This card cannot be put on paper now.</source>
        <translation>Dieses Merkblatt kann jetzt nicht gedruckt werden.</translation>
    </message>
    <message>
        <source>The card is being printed …</source>
        <translation>Das Merkblatt wird gedruckt …</translation>
    </message>
    <message>
        <source>The printer %1 did not take the card. Is it on, and has it paper?</source>
        <translation>Der Drucker %1 hat das Merkblatt nicht angenommen. Ist er eingeschaltet und hat er Papier?</translation>
    </message>
    <message>
        <source>The cards are being read again …</source>
        <translation>Die Merkblätter werden neu eingelesen …</translation>
    </message>
    <message>
        <source>The cards on the disk cannot be read; these are from before.</source>
        <translation>Die Merkblätter auf dem Datenträger sind nicht lesbar; dies sind die bisherigen.</translation>
    </message>
    <message>
        <source>The cards on the disk are faulty; the last good ones are shown.</source>
        <translation>Die Merkblätter auf dem Datenträger sind fehlerhaft; gezeigt werden die letzten fehlerfreien.</translation>
    </message>
    <message>
        <source>The cards are as they are on the disk.</source>
        <translation>Die Merkblätter sind so wie auf dem Datenträger.</translation>
    </message>
</context>
<context>
    <name>SurveyPage</name>
    <message>
        <source>More answers</source>
        <translation>Weitere Antworten</translation>
    </message>
    <message>
        <source>More</source>
        <comment>answers</comment>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Confirm (%1)</source>
        <translation>Bestätigen (%1)</translation>
    </message>
    <message>
        <source>I prefer not to answer</source>
        <translation>Keine Angabe</translation>
    </message>
</context>
<context>
    <name>SurveyProgress</name>
    <message>
        <source>Question %1 of %2</source>
        <translation>Frage %1 von %2</translation>
    </message>
</context>
<context>
    <name>TestsPage</name>
    <message>
        <source>Sound, touch and screen</source>
        <translation>Ton, Berührung und Bildschirm</translation>
    </message>
    <message>
        <source>Play the test sound</source>
        <translation>Testton abspielen</translation>
    </message>
    <message>
        <source>Nothing can be heard: %1</source>
        <translation>Nichts ist zu hören: %1</translation>
    </message>
    <message>
        <source>Playing: a chime, then a sentence.</source>
        <translation>Wiedergabe: ein Gong, dann ein Satz.</translation>
    </message>
    <message>
        <source>A chime, then a sentence on the output for speech.</source>
        <translation>Ein Gong, dann ein Satz auf dem Ausgang für Sprache.</translation>
    </message>
    <message>
        <source>Test the touch</source>
        <translation>Berührung testen</translation>
    </message>
    <message>
        <source>Nine crosses; the test ends by itself.</source>
        <translation>Neun Kreuze; der Test endet von selbst.</translation>
    </message>
    <message>
        <source>Text size, now %1%</source>
        <translation>Textgröße, jetzt %1&#xa0;%</translation>
    </message>
    <message>
        <source>Until this panel is closed.</source>
        <translation>Bis der Bereich geschlossen wird.</translation>
    </message>
    <message>
        <source>High contrast, now on</source>
        <translation>Hoher Kontrast, jetzt an</translation>
    </message>
    <message>
        <source>High contrast, now off</source>
        <translation>Hoher Kontrast, jetzt aus</translation>
    </message>
</context>
<context>
    <name>ThanksPage</name>
    <message>
        <source>Done!</source>
        <translation>Fertig!</translation>
    </message>
    <message numerus="yes">
        <source>Back to the home page in %n s</source>
        <translation>
            <numerusform>Zurück zur Startseite in %n&#xa0;Sekunde</numerusform>
            <numerusform>Zurück zur Startseite in %n&#xa0;Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>TouchPage</name>
    <message>
        <source>Cross %1 of %2: touch its middle</source>
        <translation>Kreuz %1 von %2: bitte die Mitte berühren</translation>
    </message>
    <message>
        <source>The touch test is over</source>
        <translation>Der Berührungstest ist beendet</translation>
    </message>
    <message>
        <source>Without a touch the test ends after 15 s.</source>
        <translation>Ohne Berührung endet der Test nach 15&#xa0;s.</translation>
    </message>
    <message>
        <source>The last touch was %1 off.</source>
        <translation>Die letzte Berührung lag %1 daneben.</translation>
    </message>
    <message>
        <source>Back to the tests</source>
        <translation>Zurück zu den Tests</translation>
    </message>
</context>
</TS>
