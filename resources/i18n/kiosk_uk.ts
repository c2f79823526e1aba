<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk_UA" sourcelanguage="en">
<context>
    <name>AdminBar</name>
    <message>
        <source>Overview</source>
        <comment>at most nine letters</comment>
        <translation>Огляд</translation>
    </message>
    <message>
        <source>Export</source>
        <comment>at most nine letters</comment>
        <translation>Експорт</translation>
    </message>
    <message>
        <source>Tests</source>
        <comment>at most nine letters</comment>
        <translation>Тести</translation>
    </message>
    <message>
        <source>Program</source>
        <comment>at most nine letters</comment>
        <translation>Програма</translation>
    </message>
    <message>
        <source>Journal</source>
        <comment>at most nine letters</comment>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Закрити панель</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>at most nine letters</comment>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>Administration</name>
    <message>
        <source>PIN set</source>
        <translation>PIN встановлено</translation>
    </message>
    <message>
        <source>PIN cleared</source>
        <translation>PIN видалено</translation>
    </message>
    <message>
        <source>Panel opened</source>
        <translation>Панель відкрито</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>Неправильний PIN</translation>
    </message>
    <message>
        <source>Too many wrong PINs: locked</source>
        <translation>Забагато неправильних PIN: заблоковано</translation>
    </message>
    <message>
        <source>Panel closed</source>
        <translation>Панель закрито</translation>
    </message>
    <message>
        <source>Export begun</source>
        <translation>Експорт розпочато</translation>
    </message>
    <message>
        <source>Export done</source>
        <translation>Експорт завершено</translation>
    </message>
    <message>
        <source>Export failed</source>
        <translation>Експорт не вдався</translation>
    </message>
    <message>
        <source>Export cancelled</source>
        <translation>Експорт скасовано</translation>
    </message>
    <message>
        <source>Sound tested</source>
        <translation>Звук перевірено</translation>
    </message>
    <message>
        <source>Touch tested</source>
        <translation>Сенсор перевірено</translation>
    </message>
    <message>
        <source>Program closed</source>
        <translation>Програму закрито</translation>
    </message>
    <message>
        <source>Program restarted</source>
        <translation>Програму перезапущено</translation>
    </message>
    <message>
        <source>Paper questionnaires read in</source>
        <translation>Зчитано паперові анкети</translation>
    </message>
    <message>
        <source>Comments released</source>
        <translation>Коментарі дозволено до видачі</translation>
    </message>
    <message>
        <source>Comments rejected</source>
        <translation>Коментарі відхилено</translation>
    </message>
    <message>
        <source>A damaged line of this list</source>
        <translation>Пошкоджений рядок цього списку</translation>
    </message>
    <message>
        <source>Database damaged: what was readable has been saved</source>
        <translation>Базу даних пошкоджено: збережено те, що читається</translation>
    </message>
    <message>
        <source>No stick is plugged in</source>
        <translation>Флешку не вставлено</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Виберіть, будь ласка</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>Від початку</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>До кінця</translation>
    </message>
    <message>
        <source>Stick %1</source>
        <translation>Флешка %1</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>Папка %1</translation>
    </message>
    <message>
        <source>cannot be written to</source>
        <translation>запис неможливий</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>вільно %1</translation>
    </message>
    <message>
        <source>CSV, a plain table</source>
        <translation>CSV, проста таблиця</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Книга Excel (.xlsx)</translation>
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
        <translation>Повний пакет для архіву, з&#xa0;книгою кодів</translation>
    </message>
    <message>
        <source>Everything is on the disk: you can take the stick out now.</source>
        <translation>Усе записано: флешку вже можна виймати.</translation>
    </message>
    <message>
        <source>Some questionnaires are not in it yet: their week is not over, or too few people share it.</source>
        <translation>Частини анкет у&#xa0;ньому ще немає: їхній тиждень триває або на нього припадає замало людей.</translation>
    </message>
    <message>
        <source>There is no room left on it.</source>
        <translation>На носії закінчилося місце.</translation>
    </message>
    <message>
        <source>Delete something from it or take another one, and try again.</source>
        <translation>Видаліть щось із нього або візьміть інший і&#xa0;спробуйте ще раз.</translation>
    </message>
    <message>
        <source>It takes no file as large as this one.</source>
        <translation>Носій не приймає файлів такого розміру.</translation>
    </message>
    <message>
        <source>Choose a shorter period or another format, or take another stick.</source>
        <translation>Виберіть коротший період або інший формат, або візьміть інший носій.</translation>
    </message>
    <message>
        <source>It can be read, but not written to.</source>
        <translation>Носій можна читати, але не можна на нього записати.</translation>
    </message>
    <message>
        <source>Look for a switch on its side, or take another one, and try again.</source>
        <translation>Перевірте, чи немає збоку перемикача захисту, або візьміть інший і&#xa0;спробуйте ще раз.</translation>
    </message>
    <message>
        <source>It was pulled out before everything was written.</source>
        <translation>Носій від’єднано, перш ніж усе було записано.</translation>
    </message>
    <message>
        <source>Plug it in again, wait until it is listed, and try again.</source>
        <translation>Вставте його знову, зачекайте, доки він з’явиться у&#xa0;списку, і&#xa0;спробуйте ще раз.</translation>
    </message>
    <message>
        <source>This program may not write there.</source>
        <translation>Програма не має права записувати туди.</translation>
    </message>
    <message>
        <source>Take a stick, or let the folder&apos;s owner allow it.</source>
        <translation>Скористайтеся флешкою або попросіть власника папки надати дозвіл.</translation>
    </message>
    <message>
        <source>The answers are encrypted, and the key that opens them is not on it.</source>
        <translation>Відповіді зашифровані, а&#xa0;на ньому немає ключа, який їх відкриває.</translation>
    </message>
    <message>
        <source>Copy the office&apos;s private key, okienko.key, onto it and try again.</source>
        <translation>Скопіюйте на нього приватний ключ установи, файл okienko.key, і&#xa0;спробуйте ще раз.</translation>
    </message>
    <message>
        <source>Try again, or with another stick.</source>
        <translation>Спробуйте ще раз або з&#xa0;іншою флешкою.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>ніколи</translation>
    </message>
    <message>
        <source>This terminal is not enrolled.</source>
        <translation>Цей термінал не зареєстровано в&#xa0;центрі.</translation>
    </message>
    <message>
        <source>To the central office</source>
        <translation>До центру</translation>
    </message>
    <message>
        <source>Responses waiting</source>
        <translation>Анкети, що чекають на відправлення</translation>
    </message>
    <message>
        <source>Batches not acknowledged</source>
        <translation>Пакети без підтвердження</translation>
    </message>
    <message>
        <source>Last upload</source>
        <translation>Останнє відправлення</translation>
    </message>
    <message>
        <source>Last problem</source>
        <translation>Остання проблема</translation>
    </message>
    <message>
        <source>Last whole week</source>
        <translation>Останній повний тиждень</translation>
    </message>
    <message>
        <source>This month, whole weeks</source>
        <translation>Цей місяць, повні тижні</translation>
    </message>
    <message>
        <source>Last month, whole weeks</source>
        <translation>Попередній місяць, повні тижні</translation>
    </message>
    <message>
        <source>Responses collected</source>
        <translation>Зібрані анкети</translation>
    </message>
    <message>
        <source>Answers of the last month</source>
        <translation>Відповіді за попередній місяць</translation>
    </message>
    <message>
        <source>They are encrypted here, and can be read from an export made with the key.</source>
        <translation>Тут вони зашифровані; їх можна прочитати з&#xa0;експорту, виконаного з&#xa0;ключем.</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1&#xa0;дн.</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>не порівняно</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>версія %1</translation>
    </message>
    <message>
        <source>here since %1</source>
        <translation>з&#xa0;%1</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>справна</translation>
    </message>
    <message>
        <source>This terminal</source>
        <translation>Цей термінал</translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation>Вільне місце на диску</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База даних</translation>
    </message>
    <message>
        <source>Clock, beside the centre&apos;s</source>
        <translation>Годинник порівняно з&#xa0;центром</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Вміст</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Програма</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 або більше</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Перевірка…</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait: %1.</source>
        <translation>Забагато неправильних PIN. Зачекайте: %1.</translation>
    </message>
    <message>
        <source>The PIN could not be checked: the disk may be full or broken.</source>
        <translation>Не вдалося перевірити PIN: диск може бути заповнений або пошкоджений.</translation>
    </message>
    <message>
        <source>Wrong PIN. Tries left: %1.</source>
        <translation>Неправильний PIN. Залишилося спроб: %1.</translation>
    </message>
    <message>
        <source>Enter the PIN of this terminal.</source>
        <translation>Введіть PIN цього термінала.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 хв %2 с</translation>
    </message>
    <message>
        <source>This is the sound test of this terminal.</source>
        <translation>Це перевірка звуку цього термінала.</translation>
    </message>
    <message>
        <source>The test ended early: %1 of %2 crosses were touched.</source>
        <translation>Перевірка завершилася раніше: натиснуто хрестиків: %1 із %2.</translation>
    </message>
    <message>
        <source>Well: no touch was more than %1 off.</source>
        <translation>Добре: жоден дотик не відхилився більше ніж на %1.</translation>
    </message>
    <message>
        <source>Touches are up to %1 off: the panel should be calibrated.</source>
        <translation>Дотики відхиляються аж на %1: екран слід відкалібрувати.</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1&#xa0;мм</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message>
        <source>Touch the screen to begin</source>
        <translation>Торкніться екрана, щоб почати</translation>
    </message>
    <message>
        <source>Please rate your visit: one touch, anonymously.</source>
        <translation>Будь ласка, оцініть свій візит: одним дотиком, анонімно.</translation>
    </message>
    <message>
        <source>How do I settle my matter?</source>
        <translation>Як вирішити справу?</translation>
    </message>
    <message>
        <source>Here you can see which documents you need, what it costs and how long it takes.</source>
        <translation>Тут можна дізнатися, які документи потрібні, скільки це коштує та як довго триває.</translation>
    </message>
    <message>
        <source>What we have changed</source>
        <translation>Що ми змінили</translation>
    </message>
    <message>
        <source>Open today %1</source>
        <translation>Сьогодні відчинено %1</translation>
    </message>
    <message>
        <source>The office is closed now</source>
        <translation>Зараз управління зачинене</translation>
    </message>
    <message>
        <source>tel. %1</source>
        <translation>тел.&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Journal of this panel</source>
        <translation>Журнал панелі</translation>
    </message>
    <message>
        <source>The journal cannot be read just now.</source>
        <translation>Журнал зараз не вдається прочитати.</translation>
    </message>
    <message>
        <source>The central office receives these entries. Nothing about visitors is written down here.</source>
        <translation>Ці записи отримує центр. Про відвідувачів тут нічого не записується.</translation>
    </message>
</context>
<context>
    <name>BottomStrip</name>
    <message>
        <source>Home page</source>
        <translation>Головна сторінка</translation>
    </message>
    <message>
        <source>Service catalogue</source>
        <translation>Каталог послуг</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Головна</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Text size, now %1%</source>
        <translation>Розмір тексту, зараз %1&#xa0;%</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Високий контраст</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Контраст</translation>
    </message>
    <message>
        <source>Lower the screen</source>
        <translation>Екран нижче</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Нижче</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Читати вголос</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <comment>short: at most nine letters</comment>
        <translation>Читати</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Мова: %1</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Fee</source>
        <translation>Вартість</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Строк</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Місце</translation>
    </message>
    <message>
        <source>Who it is for</source>
        <translation>Кого стосується</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>Що підготувати</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>Скільки це коштує</translation>
    </message>
    <message>
        <source>Where and how</source>
        <translation>Де і&#xa0;як вирішити справу</translation>
    </message>
    <message>
        <source>How long it takes</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Крок за кроком</translation>
    </message>
    <message>
        <source>What you will get</source>
        <translation>Що Ви отримаєте</translation>
    </message>
    <message>
        <source>If you disagree</source>
        <translation>Якщо Ви не згодні</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Правова підстава</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>Зверніть увагу</translation>
    </message>
    <message>
        <source>Who answers for this card</source>
        <translation>Хто відповідає за цю картку</translation>
    </message>
    <message>
        <source>depends on the matter</source>
        <translation>залежить від справи</translation>
    </message>
    <message>
        <source>free of charge or for a fee</source>
        <translation>безкоштовно або платно</translation>
    </message>
    <message>
        <source>free of charge or %1</source>
        <translation>безкоштовно або %1</translation>
    </message>
    <message>
        <source>the amount depends on the matter</source>
        <translation>сума залежить від справи</translation>
    </message>
    <message>
        <source>free of charge</source>
        <translation>безкоштовно</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>Ви тут</translation>
    </message>
    <message>
        <source>Contact: %1</source>
        <translation>Контакт: %1</translation>
    </message>
    <message>
        <source>In plain language</source>
        <translation>Простою мовою</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>Ще не підтверджено</translation>
    </message>
    <message>
        <source>Payment: %1</source>
        <translation>Оплата: %1</translation>
    </message>
    <message>
        <source>Proof of identity and signature: %1</source>
        <translation>Підтвердження особи та підпис: %1</translation>
    </message>
    <message>
        <source>We serve you in: %1</source>
        <translation>Мови обслуговування: %1</translation>
    </message>
    <message>
        <source>Your time limit: %1</source>
        <translation>Строк для Вас: %1</translation>
    </message>
    <message>
        <source>Our time limit: %1</source>
        <translation>Наш строк: %1</translation>
    </message>
    <message>
        <source>If we do not reply: %1</source>
        <translation>Якщо ми не відповімо: %1</translation>
    </message>
    <message>
        <source>Prepared by: %1</source>
        <translation>Підготовка: %1</translation>
    </message>
    <message>
        <source>Approved by: %1</source>
        <translation>Затвердження: %1</translation>
    </message>
    <message>
        <source>Published by: %1</source>
        <translation>Оприлюднення: %1</translation>
    </message>
    <message>
        <source>Law as of: %1</source>
        <translation>Законодавство станом на: %1</translation>
    </message>
    <message>
        <source>Last changed: %1</source>
        <translation>Остання зміна: %1</translation>
    </message>
    <message>
        <source>Card %1, version %2</source>
        <translation>Картка %1, версія %2</translation>
    </message>
    <message>
        <source>tel. %1</source>
        <translation>тел.&#xa0;%1</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Одразу</translation>
    </message>
    <message>
        <source>only to show</source>
        <translation>лише для пред’явлення</translation>
    </message>
    <message>
        <source>if you have it</source>
        <translation>якщо маєте</translation>
    </message>
    <message>
        <source>private persons</source>
        <translation>приватних осіб</translation>
    </message>
    <message>
        <source>companies and organisations</source>
        <translation>фірм та організацій</translation>
    </message>
    <message>
        <source>public institutions</source>
        <translation>державних установ</translation>
    </message>
    <message>
        <source>employees of the office</source>
        <translation>працівників управління</translation>
    </message>
</context>
<context>
    <name>CardCodePage</name>
    <message>
        <source>Point your phone’s camera at this code.</source>
        <translation>Наведіть камеру телефону на цей код.</translation>
    </message>
    <message>
        <source>You can also type this address:</source>
        <translation>Можна також ввести цю адресу:</translation>
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
        <translation>Ще не підтверджено</translation>
    </message>
    <message>
        <source>Related matters</source>
        <translation>Пов’язані справи</translation>
    </message>
</context>
<context>
    <name>CardPane</name>
    <message>
        <source>No card is chosen.</source>
        <translation>Картку не вибрано.</translation>
    </message>
</context>
<context>
    <name>CardTitle</name>
    <message>
        <source>Not confirmed yet</source>
        <translation>Ще не підтверджено</translation>
    </message>
</context>
<context>
    <name>CardTools</name>
    <message>
        <source>Full card</source>
        <translation>Повна картка</translation>
    </message>
    <message>
        <source>In plain language</source>
        <translation>Простою мовою</translation>
    </message>
    <message>
        <source>In sign language</source>
        <translation>Жестовою мовою</translation>
    </message>
    <message>
        <source>Open on your phone</source>
        <translation>Відкрити в&#xa0;телефоні</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>What is your matter about?</source>
        <translation>Чого стосується Ваша справа?</translation>
    </message>
</context>
<context>
    <name>ChosenFilters</name>
    <message>
        <source>All cards</source>
        <translation>Усі картки</translation>
    </message>
</context>
<context>
    <name>CodeSheet</name>
    <message>
        <source>QR code of the address</source>
        <translation>QR-код адреси</translation>
    </message>
</context>
<context>
    <name>CommentField</name>
    <message>
        <source>No names, no numbers please</source>
        <translation>Без прізвищ і&#xa0;номерів</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>Залишився %n&#xa0;знак</numerusform>
            <numerusform>Залишилося %n&#xa0;знаки</numerusform>
            <numerusform>Залишилося %n&#xa0;знаків</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase the last letter</source>
        <translation>Стерти останню літеру</translation>
    </message>
</context>
<context>
    <name>CommentKeys</name>
    <message>
        <source>Skip</source>
        <translation>Пропустити</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробіл</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Надіслати</translation>
    </message>
</context>
<context>
    <name>CommentPage</name>
    <message>
        <source>Your answers have been saved. One more question, if you like:</source>
        <translation>Ваші відповіді збережено. Ще одне запитання, за бажанням:</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропустити</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Написати</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>DeskTools</name>
    <message>
        <source>To the list</source>
        <translation>До списку</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Друк</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Копіювати адресу</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-код</translation>
    </message>
    <message>
        <source>Hide changes</source>
        <translation>Сховати зміни</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Показати зміни</translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message>
        <source>Write the file</source>
        <translation>Записати файл</translation>
    </message>
    <message>
        <source>Take the data out</source>
        <translation>Експорт даних</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Куди</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Анкета</translation>
    </message>
    <message>
        <source>First period</source>
        <translation>Перший період</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>Останній період</translation>
    </message>
    <message>
        <source>The file holds single responses without time or order. Treat it as the office&apos;s data.</source>
        <translation>Файл містить окремі анкети без часу й&#xa0;порядку. Це дані установи: бережіть їх.</translation>
    </message>
    <message>
        <source>Nothing has been collected yet.</source>
        <translation>Ще не зібрано жодної анкети.</translation>
    </message>
</context>
<context>
    <name>ExportEnd</name>
    <message>
        <source>The file is written</source>
        <translation>Файл записано</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Нічого не записано</translation>
    </message>
    <message>
        <source>Cancelled: nothing was written</source>
        <translation>Скасовано: нічого не записано</translation>
    </message>
    <message>
        <source>Back to the choices</source>
        <translation>Назад до вибору</translation>
    </message>
</context>
<context>
    <name>ExportList</name>
    <message>
        <source>Where to</source>
        <translation>Куди</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Анкета</translation>
    </message>
    <message>
        <source>First period</source>
        <translation>Перший період</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>Останній період</translation>
    </message>
    <message>
        <source>A stick that you plug in appears here by itself.</source>
        <translation>Вставлена флешка з’явиться тут сама.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Stopping…</source>
        <translation>Зупинення…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Записування…</translation>
    </message>
    <message>
        <source>Written: %1%</source>
        <translation>Записано: %1%</translation>
    </message>
    <message>
        <source>Do not pull the stick out yet.</source>
        <translation>Поки що не виймайте флешку.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
</context>
<context>
    <name>FactText</name>
    <message numerus="yes">
        <source>Up to %n days</source>
        <translation>
            <numerusform>До %n&#xa0;дня</numerusform>
            <numerusform>До %n&#xa0;днів</numerusform>
            <numerusform>До %n&#xa0;днів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n working days</source>
        <translation>
            <numerusform>До %n&#xa0;робочого дня</numerusform>
            <numerusform>До %n&#xa0;робочих днів</numerusform>
            <numerusform>До %n&#xa0;робочих днів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n months</source>
        <translation>
            <numerusform>До %n&#xa0;місяця</numerusform>
            <numerusform>До %n&#xa0;місяців</numerusform>
            <numerusform>До %n&#xa0;місяців</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilmControls</name>
    <message>
        <source>Pause the film</source>
        <translation>Пауза фільму</translation>
    </message>
    <message>
        <source>Play the film</source>
        <translation>Пуск фільму</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>short: at most nine letters</comment>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Play</source>
        <comment>short: at most nine letters</comment>
        <translation>Пуск</translation>
    </message>
    <message>
        <source>Restart the film</source>
        <translation>Фільм спочатку</translation>
    </message>
    <message>
        <source>Restart</source>
        <comment>short: at most nine letters</comment>
        <translation>Спочатку</translation>
    </message>
    <message>
        <source>Text of the film</source>
        <translation>Текст фільму</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>short: at most nine letters</comment>
        <translation>Текст</translation>
    </message>
</context>
<context>
    <name>FilmPage</name>
    <message>
        <source>Film in Polish Sign Language</source>
        <translation>Фільм польською жестовою мовою</translation>
    </message>
    <message>
        <source>One moment, please…</source>
        <translation>Зачекайте хвилинку…</translation>
    </message>
</context>
<context>
    <name>FilmTrouble</name>
    <message>
        <source>The film cannot be shown now. This is its text:</source>
        <translation>Зараз фільм показати неможливо. Ось його зміст:</translation>
    </message>
</context>
<context>
    <name>FilterPane</name>
    <message>
        <source>Filters</source>
        <translation>Фільтри</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>How to use this screen</source>
        <translation>Як користуватися цим екраном</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Більший текст</translation>
    </message>
    <message>
        <source>The button with two letters A makes the text one and a half times and twice as large.</source>
        <translation>Кнопка з&#xa0;двома літерами А&#xa0;збільшує текст у&#xa0;півтора раза і&#xa0;вдвічі.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Високий контраст</translation>
    </message>
    <message>
        <source>White and yellow letters on black.</source>
        <translation>Білі та жовті літери на чорному тлі.</translation>
    </message>
    <message>
        <source>Lower the screen</source>
        <translation>Екран нижче</translation>
    </message>
    <message>
        <source>All buttons move down, within reach for those who sit.</source>
        <translation>Усі кнопки опускаються вниз, щоб до них можна було дотягнутися сидячи.</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Читати вголос</translation>
    </message>
    <message>
        <source>The screen is read to you in the language that you chose. Touching anything stops the voice.</source>
        <translation>Екран читається вибраною мовою. Дотик у&#xa0;будь-якому місці зупиняє голос.</translation>
    </message>
    <message>
        <source>Keys instead of touch</source>
        <translation>Клавіші замість дотику</translation>
    </message>
    <message>
        <source>Where there is a keypad: the arrows move, Enter presses, the digits 1 to 5 rate.</source>
        <translation>Якщо є клавіатура: стрілки переходять далі, Enter натискає, цифри від 1&#xa0;до 5&#xa0;оцінюють.</translation>
    </message>
    <message>
        <source>As much time as you need</source>
        <translation>Стільки часу, скільки потрібно</translation>
    </message>
    <message>
        <source>Before a page closes the screen asks you. Touch it anywhere and it stays.</source>
        <translation>Перш ніж сторінка закриється, екран запитає Вас. Торкніться будь-де, і&#xa0;сторінка залишиться.</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Анонімно</translation>
    </message>
    <message>
        <source>Nothing you touch here is connected with you, and nobody is made to answer.</source>
        <translation>Ніхто не пов’яже ці відповіді з&#xa0;Вами. Відповідати необов’язково.</translation>
    </message>
    <message>
        <source>Our staff will help you</source>
        <translation>Працівники охоче допоможуть</translation>
    </message>
    <message>
        <source>If anything is unclear or does not work for you, please ask at the counter.</source>
        <translation>Якщо щось незрозуміло або не працює, запитайте біля віконця.</translation>
    </message>
</context>
<context>
    <name>HomeHead</name>
    <message>
        <source>Open today %1</source>
        <translation>Сьогодні відчинено %1</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Сьогодні зачинено</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Please touch one of the faces</source>
        <translation>Торкніться, будь ласка, одного з&#xa0;облич</translation>
    </message>
    <message>
        <source>How do I settle my matter?</source>
        <translation>Як вирішити справу?</translation>
    </message>
    <message>
        <source>Service catalogue: documents, fees, deadlines, places</source>
        <translation>Каталог послуг: документи, вартість, строки, місця</translation>
    </message>
    <message>
        <source>How to use this screen</source>
        <translation>Як користуватися цим екраном</translation>
    </message>
    <message>
        <source>%1, tel. %2</source>
        <translation>%1, тел.&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Do you need more time?</source>
        <translation>Вам потрібно більше часу?</translation>
    </message>
    <message numerus="yes">
        <source>This page will close in %n s.</source>
        <translation>
            <numerusform>Ця сторінка закриється через %n&#xa0;секунду.</numerusform>
            <numerusform>Ця сторінка закриється через %n&#xa0;секунди.</numerusform>
            <numerusform>Ця сторінка закриється через %n&#xa0;секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you have written and not sent will be deleted.</source>
        <translation>Ненадісланий текст буде видалено.</translation>
    </message>
    <message>
        <source>Yes, I need more time</source>
        <translation>Так, мені потрібно більше часу</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Клавіші</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Other letters and digits</source>
        <translation>Інші літери та цифри</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Language of the card</source>
        <translation>Мова картки</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Choose a language</source>
        <translation>Виберіть мову</translation>
    </message>
    <message>
        <source>How to use this screen</source>
        <translation>Як користуватися цим екраном</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No card is found with these filters.</source>
        <translation>З&#xa0;цими фільтрами не знайдено жодної картки.</translation>
    </message>
    <message>
        <source>No card is found. Try another word, or only its beginning.</source>
        <translation>Жодної картки не знайдено. Спробуйте інше слово або лише його початок.</translation>
    </message>
    <message>
        <source>Search all cards</source>
        <translation>Шукати в&#xa0;усіх картках</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>We open on Monday at %1</source>
        <translation>Запрошуємо в&#xa0;понеділок з&#xa0;%1</translation>
    </message>
    <message>
        <source>We open on Tuesday at %1</source>
        <translation>Запрошуємо у&#xa0;вівторок з&#xa0;%1</translation>
    </message>
    <message>
        <source>We open on Wednesday at %1</source>
        <translation>Запрошуємо в&#xa0;середу з&#xa0;%1</translation>
    </message>
    <message>
        <source>We open on Thursday at %1</source>
        <translation>Запрошуємо в&#xa0;четвер з&#xa0;%1</translation>
    </message>
    <message>
        <source>We open on Friday at %1</source>
        <translation>Запрошуємо в&#xa0;п’ятницю з&#xa0;%1</translation>
    </message>
    <message>
        <source>We open on Saturday at %1</source>
        <translation>Запрошуємо в&#xa0;суботу з&#xa0;%1</translation>
    </message>
    <message>
        <source>We open on Sunday at %1</source>
        <translation>Запрошуємо в&#xa0;неділю з&#xa0;%1</translation>
    </message>
    <message>
        <source>We open today at %1</source>
        <translation>Запрошуємо сьогодні з&#xa0;%1</translation>
    </message>
    <message>
        <source>We open tomorrow at %1</source>
        <translation>Запрошуємо завтра з&#xa0;%1</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>We open on %2 at %1</source>
        <translation>Запрошуємо %2 з&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>OutOfServicePage</name>
    <message>
        <source>Ratings are temporarily unavailable</source>
        <translation>Оцінювання тимчасово недоступне</translation>
    </message>
    <message>
        <source>We are sorry. Please try again in a moment.</source>
        <translation>Просимо вибачення. Спробуйте, будь ласка, трохи згодом.</translation>
    </message>
    <message>
        <source>The service catalogue still works.</source>
        <translation>Каталог послуг працює як зазвичай.</translation>
    </message>
    <message>
        <source>Service catalogue</source>
        <translation>Каталог послуг</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Огляд</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Читання…</translation>
    </message>
    <message>
        <source>The data cannot be read just now.</source>
        <translation>Дані зараз не вдається прочитати.</translation>
    </message>
    <message>
        <source>“•” stands for a figure that would tell of fewer than 5 people. Weeks with fewer than 5 responses are left out, and the running week is not counted yet.</source>
        <translation>«•» стоїть замість числа, яке говорило б про менш ніж 5&#xa0;осіб. Тижні, у&#xa0;яких менше 5&#xa0;анкет, пропущено, а&#xa0;поточний тиждень ще не враховано.</translation>
    </message>
</context>
<context>
    <name>PassageRow</name>
    <message>
        <source>Before:</source>
        <translation>Було:</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Take the last digit back</source>
        <translation>Стерти останню цифру</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Підтвердити</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>For the administrator only</source>
        <translation>Лише для адміністратора</translation>
    </message>
    <message numerus="yes">
        <source>%n digits typed</source>
        <translation>
            <numerusform>введено %n&#xa0;цифру</numerusform>
            <numerusform>введено %n&#xa0;цифри</numerusform>
            <numerusform>введено %n&#xa0;цифр</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the home page</source>
        <translation>Назад на головну сторінку</translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>Program</source>
        <translation>Програма</translation>
    </message>
    <message>
        <source>Start the program again?</source>
        <translation>Перезапустити програму?</translation>
    </message>
    <message>
        <source>Close the program?</source>
        <translation>Закрити програму?</translation>
    </message>
    <message>
        <source>The screen goes dark for a few seconds. Nothing that was collected is lost.</source>
        <translation>Екран згасне на кілька секунд. Жодні зібрані дані не зникнуть.</translation>
    </message>
    <message>
        <source>Visitors can no longer rate or look up anything until somebody starts it. Nothing that was collected is lost.</source>
        <translation>Відвідувачі не зможуть нічого оцінити чи знайти, доки хтось не запустить програму. Жодні зібрані дані не зникнуть.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Запустити знову</translation>
    </message>
    <message>
        <source>The program ends and its supervisor starts it anew.</source>
        <translation>Програма завершиться, а&#xa0;система запустить її знову.</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Закрити програму</translation>
    </message>
    <message>
        <source>It stays closed until somebody starts it.</source>
        <translation>Вона лишиться закритою, доки хтось її не запустить.</translation>
    </message>
    <message>
        <source>Yes, start again</source>
        <translation>Так, перезапустити</translation>
    </message>
    <message>
        <source>Yes, close</source>
        <translation>Так, закрити</translation>
    </message>
    <message>
        <source>No, leave it running</source>
        <translation>Ні, хай працює далі</translation>
    </message>
</context>
<context>
    <name>ResultPane</name>
    <message>
        <source>Search in all fields</source>
        <translation>Пошук у&#xa0;всіх полях</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Фільтри</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search</source>
        <translation>Пошук</translation>
    </message>
    <message>
        <source>Search in the catalogue</source>
        <translation>Пошук у&#xa0;каталозі</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>What are you looking for?</source>
        <translation>Що Ви шукаєте?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Пошук</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробіл</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Стерти</translation>
    </message>
    <message>
        <source>Erase the last letter</source>
        <translation>Стерти останню літеру</translation>
    </message>
    <message>
        <source>Erase all</source>
        <translation>Стерти все</translation>
    </message>
    <message>
        <source>Show results (%1)</source>
        <translation>Показати результати (%1)</translation>
    </message>
    <message>
        <source>Change the words</source>
        <translation>Змінити слова</translation>
    </message>
</context>
<context>
    <name>SearchMessage</name>
    <message>
        <source>Write a word that names your matter. Its beginning is enough.</source>
        <translation>Введіть слово, яке називає Вашу справу. Достатньо його початку.</translation>
    </message>
    <message>
        <source>One moment, please…</source>
        <translation>Зачекайте хвилинку…</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Нічого не знайдено.</translation>
    </message>
    <message>
        <source>No card has all these words; these come close.</source>
        <translation>Жодна картка не містить усіх цих слів. Ось найближчі.</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) found</source>
        <translation>
            <numerusform>Знайдено %n&#xa0;картку</numerusform>
            <numerusform>Знайдено %n&#xa0;картки</numerusform>
            <numerusform>Знайдено %n&#xa0;карток</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Please try another word, look in the catalogue or ask a member of staff.</source>
        <translation>Спробуйте інше слово, перегляньте каталог або зверніться до працівника управління.</translation>
    </message>
    <message>
        <source>Service catalogue</source>
        <translation>Каталог послуг</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробіл</translation>
    </message>
    <message>
        <source>Show results</source>
        <translation>Показати результати</translation>
    </message>
    <message>
        <source>Show results (%1)</source>
        <translation>Показати результати (%1)</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Previous page</source>
        <translation>Попередня сторінка</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Наступна сторінка</translation>
    </message>
    <message>
        <source>Next</source>
        <comment>page</comment>
        <translation>Наступна</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 з&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>%1 of 5: %2</source>
        <translation>%1 з 5: %2</translation>
    </message>
    <message>
        <source>not available now</source>
        <translation>зараз недоступно</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>вибрано</translation>
    </message>
    <message>
        <source>can be ticked</source>
        <translation>можна позначити</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>перемикач</translation>
    </message>
    <message>
        <source>button</source>
        <translation>кнопка</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Draft</source>
        <translation>Проєкт</translation>
    </message>
    <message>
        <source>To be approved</source>
        <translation>На затвердженні</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Відкликана</translation>
    </message>
    <message>
        <source>Employees only</source>
        <translation>Лише для працівників</translation>
    </message>
    <message>
        <source>Review overdue</source>
        <translation>Перегляд прострочено</translation>
    </message>
    <message>
        <source>Changed since version %1</source>
        <translation>Зміни після версії %1</translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>Потребує підтвердження</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>версія %1</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Нове</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Переміщено</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Вилучено</translation>
    </message>
    <message>
        <source>Changed in: %1</source>
        <translation>Змінено мовою: %1</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Змінено</translation>
    </message>
    <message>
        <source>The office’s time limit</source>
        <translation>Строк управління</translation>
    </message>
    <message>
        <source>The client’s time limit</source>
        <translation>Строк клієнта</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Плата</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Де</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>required</source>
        <translation>обов’язково</translation>
    </message>
    <message>
        <source>only to show</source>
        <translation>лише для пред’явлення</translation>
    </message>
    <message>
        <source>if you have it</source>
        <translation>якщо маєте</translation>
    </message>
    <message>
        <source>only in the case named</source>
        <translation>лише в&#xa0;зазначеному випадку</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>особисто</translation>
    </message>
    <message>
        <source>post</source>
        <translation>пошта</translation>
    </message>
    <message>
        <source>electronically</source>
        <translation>електронно</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>вебсторінка</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>телефон</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>електронна пошта</translation>
    </message>
    <message>
        <source>At a glance: %1</source>
        <translation>Коротко: %1</translation>
    </message>
    <message>
        <source>Private persons</source>
        <translation>Приватні особи</translation>
    </message>
    <message>
        <source>Companies and organisations</source>
        <translation>Фірми та організації</translation>
    </message>
    <message>
        <source>Public institutions</source>
        <translation>Державні установи</translation>
    </message>
    <message>
        <source>Employees of the office</source>
        <translation>Працівники управління</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Чинна</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Група</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клієнт</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Перевірити</translation>
    </message>
    <message>
        <source>For staff only</source>
        <translation>Лише для працівників</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>Коротко</translation>
    </message>
    <message>
        <source>Who it is for</source>
        <translation>Кого стосується</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Клієнти</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документи</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Бланки</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Плата</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>If the office does not reply</source>
        <translation>Якщо управління не відповідає</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Кроки</translation>
    </message>
    <message>
        <source>Where and how</source>
        <translation>Де і&#xa0;як</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Підрозділ</translation>
    </message>
    <message>
        <source>Address of the unit</source>
        <translation>Адреса підрозділу</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Місця</translation>
    </message>
    <message>
        <source>Ways to apply</source>
        <translation>Способи подання</translation>
    </message>
    <message>
        <source>Proof of identity and signature</source>
        <translation>Підтвердження особи та підпис</translation>
    </message>
    <message>
        <source>Languages of service</source>
        <translation>Мови обслуговування</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Примітки</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Персональні дані</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>Оскарження</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Правова підстава</translation>
    </message>
    <message>
        <source>In plain language</source>
        <translation>Простими словами</translation>
    </message>
    <message>
        <source>Related cards</source>
        <translation>Пов’язані картки</translation>
    </message>
    <message>
        <source>About this card</source>
        <translation>Про цю картку</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версія</translation>
    </message>
    <message>
        <source>Law as of</source>
        <translation>Законодавство станом на</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Остання зміна</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Підготував</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Затвердив</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>Оприлюднив</translation>
    </message>
    <message>
        <source>Life event</source>
        <translation>Життєва подія</translation>
    </message>
    <message>
        <source>Search words</source>
        <translation>Ключові слова</translation>
    </message>
    <message>
        <source>Address of the card</source>
        <translation>Адреса картки</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Film in sign language</source>
        <translation>Фільм жестовою мовою</translation>
    </message>
    <message>
        <source>Not applicable (EU 2018/1724, article 10)</source>
        <translation>Не стосується (ст.&#xa0;10&#xa0;регламенту ЄС 2018/1724)</translation>
    </message>
</context>
<context>
    <name>StaffHead</name>
    <message>
        <source>service cards for staff</source>
        <translation>картки послуг для працівників</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Завантажити знову</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавіші</translation>
    </message>
</context>
<context>
    <name>StaffKeys</name>
    <message>
        <source>A, B, C …</source>
        <translation>А, Б, В&#xa0;…</translation>
    </message>
    <message>
        <source>find cards, wherever you are</source>
        <translation>пошук карток, з&#xa0;будь-якого місця вікна</translation>
    </message>
    <message>
        <source>next or previous card; scroll the card</source>
        <translation>наступна або попередня картка; прокручування картки</translation>
    </message>
    <message>
        <source>read the card; choose a filter</source>
        <translation>читання картки; вибір фільтра</translation>
    </message>
    <message>
        <source>next control</source>
        <translation>наступна кнопка або поле</translation>
    </message>
    <message>
        <source>to the words you search for</source>
        <translation>до слів пошуку</translation>
    </message>
    <message>
        <source>one step back; clear the words</source>
        <translation>крок назад; очищення слів пошуку</translation>
    </message>
    <message>
        <source>next part of the window</source>
        <translation>наступна частина вікна</translation>
    </message>
    <message>
        <source>previous part of the window</source>
        <translation>попередня частина вікна</translation>
    </message>
    <message>
        <source>print the card</source>
        <translation>друк картки</translation>
    </message>
    <message>
        <source>copy the card’s web address</source>
        <translation>копіювання веб-адреси картки</translation>
    </message>
    <message>
        <source>show the visitor a QR code</source>
        <translation>QR-код для відвідувача, на все вікно</translation>
    </message>
    <message>
        <source>the card in the next language</source>
        <translation>картка наступною мовою</translation>
    </message>
    <message>
        <source>to the next word found in the card</source>
        <translation>до наступного знайденого слова в&#xa0;картці</translation>
    </message>
    <message>
        <source>to the previous word found in the card</source>
        <translation>до попереднього знайденого слова в&#xa0;картці</translation>
    </message>
    <message>
        <source>to the next change in the card</source>
        <translation>до наступної зміни в&#xa0;картці</translation>
    </message>
    <message>
        <source>mark what has changed, or not</source>
        <translation>показати або сховати зміни</translation>
    </message>
    <message>
        <source>only cards due for a review</source>
        <translation>лише картки з&#xa0;простроченим переглядом</translation>
    </message>
    <message>
        <source>all cards again</source>
        <translation>знову всі картки</translation>
    </message>
    <message>
        <source>larger text</source>
        <translation>більший текст</translation>
    </message>
    <message>
        <source>smaller text</source>
        <translation>менший текст</translation>
    </message>
    <message>
        <source>text of the usual size</source>
        <translation>звичайний розмір тексту</translation>
    </message>
    <message>
        <source>read the cards again from the disk</source>
        <translation>повторне завантаження карток із диска</translation>
    </message>
    <message>
        <source>this list</source>
        <translation>цей список</translation>
    </message>
</context>
<context>
    <name>StaffMain</name>
    <message>
        <source>Okienko – staff</source>
        <translation>Okienko – для працівників</translation>
    </message>
</context>
<context>
    <name>StaffPrintingViewModel</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>На принтер надіслано %n&#xa0;сторінку.</numerusform>
            <numerusform>На принтер надіслано %n&#xa0;сторінки.</numerusform>
            <numerusform>На принтер надіслано %n&#xa0;сторінок.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffSearch</name>
    <message>
        <source>The cards are being made searchable …</source>
        <translation>Картки готуються до пошуку…</translation>
    </message>
    <message>
        <source>No card has all these words. These have some of them:</source>
        <translation>Жодна картка не містить усіх цих слів. Ці містять деякі з&#xa0;них:</translation>
    </message>
</context>
<context>
    <name>StaffSearchViewModel</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n&#xa0;картка</numerusform>
            <numerusform>%n&#xa0;картки</numerusform>
            <numerusform>%n&#xa0;карток</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffTools</name>
    <message>
        <source>Copied: %1</source>
        <translation>Скопійовано: %1</translation>
    </message>
    <message>
        <source>No card is chosen.</source>
        <translation>Картку не вибрано.</translation>
    </message>
    <message>
        <source>Visitors are not shown this card: it has no page.</source>
        <translation>Відвідувачі не бачать цієї картки, тому вона не має адреси.</translation>
    </message>
    <message>
        <source>The office has given no address for its cards.</source>
        <translation>Управління не вказало адреси своїх карток.</translation>
    </message>
    <message>
        <source>The card is being put on paper …</source>
        <translation>Картка готується до друку…</translation>
    </message>
    <message>
        <source>This card cannot be put on paper now.</source>
        <translation>Цю картку зараз неможливо надрукувати.</translation>
    </message>
    <message>
        <source>The card is being printed …</source>
        <translation>Картка друкується…</translation>
    </message>
    <message>
        <source>The printer %1 did not take the card. Is it on, and has it paper?</source>
        <translation>Принтер %1 не прийняв картку. Чи він увімкнений і&#xa0;чи є папір?</translation>
    </message>
    <message>
        <source>The cards are being read again …</source>
        <translation>Картки завантажуються знову…</translation>
    </message>
    <message>
        <source>The cards on the disk cannot be read; these are from before.</source>
        <translation>Картки з&#xa0;диска неможливо завантажити; ці – попередні.</translation>
    </message>
    <message>
        <source>The cards on the disk are faulty; the last good ones are shown.</source>
        <translation>Картки на диску мають помилки; показано останні правильні.</translation>
    </message>
    <message>
        <source>The cards are as they are on the disk.</source>
        <translation>Картки такі, як на диску.</translation>
    </message>
</context>
<context>
    <name>SurveyPage</name>
    <message>
        <source>More answers</source>
        <translation>Ще відповіді</translation>
    </message>
    <message>
        <source>More</source>
        <comment>answers</comment>
        <translation>Ще</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Підтвердити</translation>
    </message>
    <message>
        <source>Confirm (%1)</source>
        <translation>Підтвердити (%1)</translation>
    </message>
    <message>
        <source>I prefer not to answer</source>
        <translation>Не хочу відповідати</translation>
    </message>
</context>
<context>
    <name>SurveyProgress</name>
    <message>
        <source>Question %1 of %2</source>
        <translation>Запитання %1 з&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>TestsPage</name>
    <message>
        <source>Sound, touch and screen</source>
        <translation>Звук, сенсор і&#xa0;екран</translation>
    </message>
    <message>
        <source>Play the test sound</source>
        <translation>Відтворити тестовий звук</translation>
    </message>
    <message>
        <source>Nothing can be heard: %1</source>
        <translation>Нічого не чути: %1</translation>
    </message>
    <message>
        <source>Playing: a chime, then a sentence.</source>
        <translation>Відтворення: сигнал, потім речення.</translation>
    </message>
    <message>
        <source>A chime, then a sentence on the output for speech.</source>
        <translation>Сигнал, потім речення на виході для мовлення.</translation>
    </message>
    <message>
        <source>Test the touch</source>
        <translation>Перевірити сенсор</translation>
    </message>
    <message>
        <source>Nine crosses; the test ends by itself.</source>
        <translation>Дев’ять хрестиків; перевірка завершується сама.</translation>
    </message>
    <message>
        <source>Text size, now %1%</source>
        <translation>Розмір тексту, зараз %1&#xa0;%</translation>
    </message>
    <message>
        <source>Until this panel is closed.</source>
        <translation>До закриття панелі.</translation>
    </message>
    <message>
        <source>High contrast, now on</source>
        <translation>Високий контраст, зараз увімкнено</translation>
    </message>
    <message>
        <source>High contrast, now off</source>
        <translation>Високий контраст, зараз вимкнено</translation>
    </message>
</context>
<context>
    <name>ThanksPage</name>
    <message>
        <source>Done!</source>
        <translation>Готово!</translation>
    </message>
    <message numerus="yes">
        <source>Back to the home page in %n s</source>
        <translation>
            <numerusform>Повернення на головну сторінку через %n&#xa0;секунду</numerusform>
            <numerusform>Повернення на головну сторінку через %n&#xa0;секунди</numerusform>
            <numerusform>Повернення на головну сторінку через %n&#xa0;секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Завершити</translation>
    </message>
</context>
<context>
    <name>TouchPage</name>
    <message>
        <source>Cross %1 of %2: touch its middle</source>
        <translation>Хрестик %1 із %2: торкніться середини</translation>
    </message>
    <message>
        <source>The touch test is over</source>
        <translation>Перевірку сенсора завершено</translation>
    </message>
    <message>
        <source>Without a touch the test ends after 15 s.</source>
        <translation>Без дотику перевірка завершиться через 15&#xa0;с.</translation>
    </message>
    <message>
        <source>The last touch was %1 off.</source>
        <translation>Останній дотик: відхилення %1.</translation>
    </message>
    <message>
        <source>Back to the tests</source>
        <translation>Назад до тестів</translation>
    </message>
</context>
</TS>
