"""Organisations that are known by their name alone."""

KNOWN = """
Adobe Airbus Alibaba Alphabet Amazon Apple AOL Bayer Bloomberg BMW Boeing Cisco Citigroup Comcast
Congress CBS CNN Dell Disney Facebook Fatah Ferrari Fitch Ford Gazprom Google Greenpeace Hamas Hezbollah
Hizbollah Honda Huawei Hyundai IBM Ikea Instagram Intel Interpol Isis Knesset Labour Lehman Lufthansa
Mercedes Meta Microsoft Mossad Mozilla Nasdaq Nato Netflix Nike Nintendo Nissan Nokia Opec Oracle Oxfam
Parliament Peugeot Pfizer Qualcomm Quora Reddit Renault Reuters Rosneft Ryanair Samsung Senate Shell
Siemens Sinn Féin Skype Snapchat Sony SpaceX Spotify Starbucks Stasi Supreme Court Taliban Tesco Tesla
TikTok Toshiba Toyota Twitter Uber Unesco Unicef Vatican Verizon Visa Vodafone Volkswagen Volvo Walmart
WhatsApp Wikimedia WikiLeaks Wikinews Wikipedia Yahoo YouTube Xinhua AFP AP BBC FBI CIA NSA NASA UN WHO
IMF EU NATO NHS ITV ABC NBC MSNBC NPR PBS FIFA UEFA IOC NBA NFL NHL MLB NCAA FDA CDC EPA FCC SEC IRS DEA
ATF ICE TSA OPEC OECD WTO WWF UNHCR UNICEF UNESCO IAEA ICC ICJ OSCE ASEAN IRA ETA PKK PLO ISIS ISIL DUP
SNP UKIP GOP DNC RNC ACLU NAACP NRA MIT UCLA USC NYU LSE KGB FSB GRU SAS RAF RSPCA FAO WFP HRW Al-Qaeda
Al-Shabaab Boko Haram Republicans Democrats Tories Conservatives Liberals Greens Libertarian
Libertarians Pentagon Kremlin Capitol Bundestag Bundesbank Duma Chelsea Arsenal Juventus Bayern Everton
Tottenham
"""
"""Organisations known by one word or an acronym."""

PHRASES = """
United Nations
European Union
African Union
Red Cross
Red Crescent
White House
Supreme Court
Security Council
General Assembly
World Bank
World Health Organization
International Monetary Fund
Associated Press
Amnesty International
Human Rights Watch
Green Party
Labour Party
Republican Party
Democratic Party
Conservative Party
House of Representatives
House of Commons
House of Lords
Ku Klux Klan
Al Jazeera
Al Qaeda
New York Times
Wall Street Journal
Washington Post
Financial Times
Daily Mail
Sky News
Fox News
Scotland Yard
Manchester United
Real Madrid
Air Force
Coast Guard
Marine Corps
Federal Reserve
"""
"""Organisations known by more than one word, a line each."""
