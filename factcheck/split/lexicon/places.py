"""Names of places: countries, regions, states, capitals and large cities, separated by bars."""

COUNTRIES = """
Afghanistan|Albania|Algeria|Andorra|Angola|Antigua and Barbuda|Argentina|Armenia|Australia|Austria
|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia
|Bosnia and Herzegovina|Botswana|Brazil|Brunei|Bulgaria|Burkina Faso|Burma|Burundi|Cambodia|Cameroon
|Canada|Cape Verde|Central African Republic|Chad|Chile|China|Colombia|Comoros|Congo
|Democratic Republic of the Congo|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|Czechia|Czechoslovakia
|Denmark|Djibouti|Dominica|Dominican Republic|East Timor|Timor-Leste|Ecuador|Egypt|El Salvador
|Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|Germany
|East Germany|West Germany|Ghana|Greece|Grenada|Guatemala|Guinea|Guinea-Bissau|Guyana|Haiti|Honduras
|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan
|Kazakhstan|Kenya|Kiribati|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya
|Liechtenstein|Lithuania|Luxembourg|Macedonia|North Macedonia|Madagascar|Malawi|Malaysia|Maldives|Mali
|Malta|Mauritania|Mauritius|Mexico|Micronesia|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique
|Myanmar|Namibia|Nauru|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea|Norway|Oman
|Pakistan|Palau|Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Qatar
|Romania|Russia|Rwanda|Samoa|San Marino|Saudi Arabia|Senegal|Serbia|Seychelles|Sierra Leone|Singapore
|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|South Korea|South Sudan|Soviet Union|Spain
|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tonga
|Trinidad and Tobago|Trinidad|Tobago|Tunisia|Turkey|Türkiye|Turkmenistan|Tuvalu|Uganda|Ukraine
|United Arab Emirates|United Kingdom|United States|United States of America|Uruguay|USSR|Uzbekistan
|Vanuatu|Vatican|Vatican City|Venezuela|Vietnam|Yemen|Yugoslavia|Zambia|Zimbabwe|England|Scotland|Wales
|Northern Ireland|Great Britain|Britain|America|Korea|Holland|Rhodesia|Prussia|Persia|Puerto Rico
|Greenland|Hong Kong|Macau|Tibet|Kashmir|Kurdistan|Chechnya|Crimea|Dagestan|Abkhazia|South Ossetia
|Transnistria|Western Sahara|Somaliland|UK|U.K.|US|U.S.|USA|U.S.A.|UAE|DRC|EU
"""
"""Countries, past and present, territories, and their short forms."""

REGIONS = """
Africa|Asia|Europe|North America|South America|Latin America|Central America|Antarctica|Oceania|Eurasia
|Middle East|Far East|Near East|Southeast Asia|South Asia|East Asia|Central Asia|Western Europe
|Eastern Europe|Central Europe|Northern Europe|Southern Europe|West Africa|East Africa|North Africa
|Southern Africa|Central Africa|Sub-Saharan Africa|Horn of Africa|Sahel|Sahara|Balkans|Baltic|Baltics
|Scandinavia|Caucasus|Caribbean|Mediterranean|Arctic|Pacific|Atlantic|Indian Ocean|Pacific Ocean
|Atlantic Ocean|Arctic Ocean|Black Sea|Red Sea|Dead Sea|North Sea|Baltic Sea|Caspian Sea|South China Sea
|Persian Gulf|Gulf|Gulf of Mexico|Suez Canal|Panama Canal|English Channel|Strait of Hormuz|Amazon|Nile
|Danube|Rhine|Thames|Mississippi River|Euphrates|Tigris|Jordan River|Ganges|Volga|Mekong|Alps|Himalayas
|Andes|Rockies|Pyrenees|Urals|Everest|Mount Everest|Kilimanjaro|Fuji|Siberia|Manchuria|Patagonia|Levant
|Mesopotamia|Iberia|Normandy|Brittany|Provence|Bavaria|Saxony|Tuscany|Sicily|Sardinia|Corsica|Crete
|Catalonia|Andalusia|Basque Country|Flanders|Wallonia|Galicia|Lombardy|Tyrol|Bohemia|Moravia
|Transylvania|Silesia|Pomerania|Ulster|Yorkshire|Cornwall|Kent|Essex|Sussex|Surrey|Lancashire|Cheshire
|Devon|Dorset|Norfolk|Suffolk|Cumbria|Midlands|West Midlands|Highlands|Hebrides|Orkney|Shetland|Gaza
|Gaza Strip|West Bank|Golan Heights|Sinai|Zangezur|Nagorno-Karabakh|Donbas|Donetsk|Luhansk|Xinjiang
|Guangdong|Sichuan|Punjab|Bengal|West Bengal|Gujarat|Kerala|Bihar|Assam|Goa|Tamil Nadu|Uttar Pradesh
|Maharashtra|Rajasthan|Karnataka|Sindh|Balochistan|Khyber|Waziristan|Helmand|Kandahar|Java|Sumatra
|Borneo|Bali|Aceh|Papua|Sulawesi|Mindanao|Luzon|Okinawa|Hokkaido|Darfur|Tigray|Oromia|Biafra|Katanga
|Kivu|North Kivu|Puntland|Zanzibar|Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan
|Nova Scotia|New Brunswick|Newfoundland|Labrador|Yukon|Nunavut|Northwest Territories
|Prince Edward Island|New South Wales|Queensland|Victoria|Tasmania|South Australia|Western Australia
|Northern Territory|Earth|Mars|Venus|Jupiter|Saturn|Moon|New England|Midwest|Deep South|West Coast
|East Coast|Wall Street|Silicon Valley|Capitol Hill|Ground Zero|West|East|South|North|Nile Delta
|Great Lakes|Bay Area|Long Island|Staten Island|Manhattan|Brooklyn|Queens|Bronx|Harlem|Hollywood
|Guantanamo Bay|Guantanamo|Westminster|Downing Street|Kremlin|Pentagon|White House|Cape Canaveral
|Falkland Islands|Falklands|Channel Islands|Isle of Man|Canary Islands|Galapagos|Azores|Bermuda
|Cayman Islands|Virgin Islands|Guam|Mariana Islands|Marshall Islands|Cook Islands|Faroe Islands
"""
"""Continents, seas, rivers, ranges, regions, provinces and well-known quarters."""

STATES = """
Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho
|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota
|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York
|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota
|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|District of Columbia
|D.C.|DC|Calif.|Fla.|Mass.|Ill.|Pa.|Mich.|Conn.|Va.|Ariz.|Tenn.|Wash.|Ore.|Minn.|Wis.|Colo.|Ga.|N.Y.
|N.J.|N.C.|S.C.
"""
"""States of the United States with their newspaper short forms."""

CITIES = """
Aachen|Aberdeen|Abidjan|Abu Dhabi|Abuja|Acapulco|Accra|Adana|Addis Ababa|Adelaide|Aden|Agra|Ahmedabad
|Aleppo|Alexandria|Algiers|Alice Springs|Almaty|Amman|Amsterdam|Anchorage|Ankara|Antalya|Antananarivo
|Antwerp|Ashgabat|Asmara|Astana|Asunción|Athens|Atlanta|Auckland|Austin|Bagdad|Baghdad|Baku|Bali
|Baltimore|Bamako|Bangalore|Bengaluru|Bangkok|Bangui|Banjul|Barcelona|Barnsley|Basel|Basra|Bath
|Baton Rouge|Beijing|Beirut|Belfast|Belgrade|Belo Horizonte|Berkeley|Berlin|Bern|Bethlehem|Bhopal|Bilbao
|Birmingham|Bishkek|Bissau|Bogota|Bogotá|Boise|Bologna|Bolton|Bonn|Bordeaux|Boston|Boulder|Bournemouth
|Bradford|Brasilia|Brasília|Bratislava|Brazzaville|Bremen|Brest|Bridgetown|Brighton|Brisbane|Bristol
|Brussels|Bucharest|Budapest|Buenos Aires|Buffalo|Bujumbura|Bulawayo|Busan|Bushehr|Cairo|Calais|Calcutta
|Calgary|Cali|Cambridge|Canberra|Cannes|Canterbury|Cape Town|Caracas|Cardiff|Cartagena|Casablanca
|Charleston|Charlotte|Charlottesville|Chelsea|Chengdu|Chennai|Chernobyl|Chester|Chicago|Chittagong
|Chongqing|Christchurch|Cincinnati|Cleveland|Cologne|Colombo|Columbus|Conakry|Copenhagen|Cork|Cordoba
|Coventry|Dakar|Dallas|Damascus|Dar es Salaam|Darwin|Davos|Dayton|Delhi|Denver|Derby|Des Moines|Detroit
|Dhaka|Dili|Dnipro|Dodoma|Doha|Dortmund|Douala|Dover|Dresden|Dubai|Dublin|Dubrovnik|Dundee|Dunedin
|Durban|Dushanbe|Düsseldorf|Edinburgh|Edmonton|Eindhoven|El Paso|Entebbe|Erbil|Erfurt|Essen|Eugene
|Exeter|Fallujah|Fez|Flint|Florence|Fort Worth|Frankfurt|Freetown|Fresno|Fukushima|Gaborone|Galway
|Gdansk|Gdańsk|Geneva|Genoa|Georgetown|Ghent|Gibraltar|Glasgow|Gothenburg|Granada|Graz|Grenoble|Grozny
|Guadalajara|Guangzhou|Guatemala City|Guayaquil|Gwangju|Haifa|Halifax|Hamburg|Hanoi|Hanover|Harare
|Hartford|Havana|Hebron|Helsinki|Herat|Hiroshima|Ho Chi Minh City|Hobart|Honolulu|Houston|Hyderabad
|Ibadan|Incheon|Indianapolis|Innsbruck|Islamabad|Istanbul|Izmir|Jacksonville|Jaipur|Jakarta|Jalalabad
|Jeddah|Jerusalem|Johannesburg|Juba|Kabul|Kampala|Kandahar|Kano|Kansas City|Kaohsiung|Karachi|Kathmandu
|Kaunas|Kazan|Kharkiv|Kherson|Khartoum|Kiev|Kyiv|Kigali|Kingston|Kinshasa|Kobe|Kolkata|Krakow|Kraków
|Kuala Lumpur|Kunduz|Kyoto|Lagos|Lahore|Las Vegas|Lausanne|Leeds|Leicester|Leipzig|Lhasa|Libreville
|Lille|Lilongwe|Lima|Limerick|Lisbon|Liverpool|Livorno|Ljubljana|Lomé|London|Los Angeles|Louisville
|Luanda|Lucknow|Lusaka|Lviv|Lyon|Maastricht|Madison|Madrid|Malaga|Malmö|Manama|Managua|Manchester|Manila
|Maputo|Mariupol|Marrakesh|Marseille|Mecca|Medellín|Medina|Melbourne|Memphis|Mexico City|Miami|Milan
|Milwaukee|Minneapolis|Minsk|Mogadishu|Mombasa|Monrovia|Monte Carlo|Monterrey|Montevideo|Montgomery
|Montreal|Moscow|Mosul|Mumbai|Bombay|Munich|Muscat|Nablus|Nagasaki|Nagoya|Nairobi|Najaf|Nanjing|Naples
|Nashville|Nassau|Natanz|N'Djamena|New Delhi|New Haven|New Orleans|New York City|Newark|Newcastle|Niamey
|Nice|Nicosia|Nottingham|Nouakchott|Novosibirsk|Nuremberg|Oakland|Odessa|Odesa|Oklahoma City|Omaha|Oran
|Orlando|Osaka|Oslo|Ottawa|Ouagadougou|Oxford|Palermo|Palo Alto|Panama City|Paris|Perth|Peshawar
|Philadelphia|Phnom Penh|Phoenix|Pisa|Pittsburgh|Plymouth|Port-au-Prince|Port Moresby|Port of Spain
|Portland|Porto|Portsmouth|Prague|Pretoria|Princeton|Pristina|Providence|Pyongyang|Quetta|Quito|Rabat
|Raleigh|Ramallah|Rangoon|Yangon|Ravenna|Rawalpindi|Reading|Reykjavik|Reykjavík|Richmond|Riga
|Rio de Janeiro|Rio|Riyadh|Rome|Rostov|Rotterdam|Sacramento|Saint Petersburg|St. Petersburg
|St Petersburg|Salt Lake City|Salzburg|Samarkand|San Antonio|San Diego|San Francisco|San José|San Jose
|San Juan|San Salvador|Sana'a|Sanaa|Santiago|Santo Domingo|Sao Paulo|São Paulo|Sarajevo|Savannah|Seattle
|Seoul|Seville|Shanghai|Sharjah|Sheffield|Shenzhen|Shiraz|Skopje|Sochi|Sofia|Southampton|Spokane|Split
|Srebrenica|Srinagar|St. Louis|St Louis|Stalingrad|Stanford|Stockholm|Stockton|Strasbourg|Stuttgart
|Sunderland|Surabaya|Suva|Swansea|Sydney|Tabriz|Taipei|Tallinn|Tampa|Tangier|Tashkent|Tbilisi
|Tegucigalpa|Tehran|Tel Aviv|The Hague|Hague|Thessaloniki|Tianjin|Tijuana|Tikrit|Timbuktu|Tirana|Tokyo
|Toledo|Toronto|Toulouse|Trieste|Tripoli|Tucson|Tulsa|Tunis|Turin|Ulaanbaatar|Utrecht|Valencia|Valletta
|Vancouver|Varanasi|Venice|Verona|Vienna|Vientiane|Vilnius|Vladivostok|Volgograd|Waco|Warsaw
|Washington D.C.|Washington DC|Wellington|Wichita|Windsor|Winnipeg|Wolverhampton|Wuhan|Yalta|Yaoundé
|Yerevan|Yokohama|York|Zagreb|Zaporizhzhia|Zurich|Zürich|Ciudad Juárez|Christmas Island|Sandy Hook
|Ferguson
"""
"""Capitals and large or often-named cities."""
