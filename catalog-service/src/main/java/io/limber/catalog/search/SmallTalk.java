package io.limber.catalog.search;

import java.util.Set;

/**
 * Words with which people ask, and which say little of what they look for: that it hurts, that they want to stretch it, that they
 * would like to know how. In lower case and without accents, in all languages.
 */
final class SmallTalk {
    private static final Set<String> WORDS = Set.of("""
            pain pains painful ache aches aching sore soreness hurt hurts hurting stiff stiffness tight tightness tense tension
            strain strained tired help helps relief relieve loosen stretch stretches stretching exercise exercises how what which
            when can could do does i me my you your some something anything want need get have has after from best good easy quick

            schmerz schmerzen schmerzt weh tut tun verspannt verspannte verspannter verspanntes verspannung verspannungen steif
            steife steifer steifes mude muede hilft hilfe dehnen dehnung dehnungen dehnubung dehnubungen ubung ubungen uebung
            uebungen wie kann ich mein meine meinen meinem meiner etwas gut gute

            dolor dolores duele duelen rigido rigida rigidez tenso tensa cansado cansada cansados cansadas molestia molestias ayuda
            aliviar estirar estiramiento estiramientos ejercicio ejercicios como puedo algo mi mis

            mal maux douleur douleurs douloureux douloureuse raide raides raideur tendu tendue tendus fatigue fatigues soulager
            etirer etirement etirements exercice exercices comment peux puis quelque chose mon ma mes
            """.strip().split("\\s+"));

    private SmallTalk() {}

    static boolean has(String word) {
        return WORDS.contains(word);
    }
}
