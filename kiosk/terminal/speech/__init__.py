"""Speech: says a list of utterances aloud on a chosen sound device, and interrupts at once.

    Speaker            what the screens use; the GUI thread only hands over words and hears how far they are
      DistantVoice     the road to the process in which sound is made, started at the first word, begun anew when lost
        voice_box      that process; it chooses a voice that works on this machine:
          ClipVoice      recordings, or `espeak` sentence by sentence, played by `sink` on the device that was chosen
          SpeechdVoice   speech-dispatcher, which plays on a device of its own choice
          SilentVoice    why nothing is said

Decision 8 tells why sound is made in a process of its own.
"""
