<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>CommentField</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n&#xa0;character left</numerusform>
            <numerusform>%n&#xa0;characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactText</name>
    <message numerus="yes">
        <source>Up to %n days</source>
        <translation>
            <numerusform>Up to %n&#xa0;day</numerusform>
            <numerusform>Up to %n&#xa0;days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n working days</source>
        <translation>
            <numerusform>Up to %n&#xa0;working day</numerusform>
            <numerusform>Up to %n&#xa0;working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n months</source>
        <translation>
            <numerusform>Up to %n&#xa0;month</numerusform>
            <numerusform>Up to %n&#xa0;months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message numerus="yes">
        <source>This page will close in %n s.</source>
        <translation>
            <numerusform>This page will close in %n&#xa0;second.</numerusform>
            <numerusform>This page will close in %n&#xa0;seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message numerus="yes">
        <source>%n digits typed</source>
        <translation>
            <numerusform>%n&#xa0;digit typed</numerusform>
            <numerusform>%n&#xa0;digits typed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchMessage</name>
    <message numerus="yes">
        <source>%n card(s) found</source>
        <translation>
            <numerusform>%n&#xa0;card found</numerusform>
            <numerusform>%n&#xa0;cards found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffPrintingViewModel</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n&#xa0;page sent to the printer.</numerusform>
            <numerusform>%n&#xa0;pages sent to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffSearchViewModel</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n&#xa0;card</numerusform>
            <numerusform>%n&#xa0;cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThanksPage</name>
    <message numerus="yes">
        <source>Back to the home page in %n s</source>
        <translation>
            <numerusform>Back to the home page in %n&#xa0;second</numerusform>
            <numerusform>Back to the home page in %n&#xa0;seconds</numerusform>
        </translation>
    </message>
</context>
</TS>
