<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>IdleWarning</name>
    <message numerus="yes">
        <source>This page will close in %n s.</source>
        <translation>
            <numerusform>This page will close in %n second.</numerusform>
            <numerusform>This page will close in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThanksPage</name>
    <message numerus="yes">
        <source>Back to the home page in %n s</source>
        <translation>
            <numerusform>Back to the home page in %n second</numerusform>
            <numerusform>Back to the home page in %n seconds</numerusform>
        </translation>
    </message>
</context>
</TS>
