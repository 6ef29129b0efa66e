namespace LoginVerification.Engine;

/// <summary>The keywords that are read unless the host says otherwise.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>Words</term><description>Where they are from</description></listheader>
/// <item><term>English</term><description>
/// the defaults of Twilio ("Support for opt-out keywords", "Advanced Opt-Out"), AWS ("Required opt-out keywords"), Telnyx
/// ("Advanced Opt-In/Out"), Vonage ("Opt-Out Assist"), Braze; 47 CFR 64.1200(a)(10): stop, quit, end, revoke, opt out, cancel, unsubscribe
/// </description></item>
/// <item><term>ARRET, AIDE, INFO</term><description>Canadian Common Short Code Application Guidelines, mandatory keywords; ARRETE and ARRETT as Twilio Proxy takes them</description></item>
/// <item><term>TD</term><description>AWS, and what messages in China name for leaving (退订)</description></item>
/// <item><term>Other languages</term><description>no provider's default: the plain words for "stop", "unsubscribe", "start" and "help" there</description></item>
/// </list>
/// </remarks>
internal static class InboundWords
{
    public const string Stop =
        "STOP STOPALL UNSUBSCRIBE UNSUB CANCEL END QUIT REVOKE OPTOUT REMOVE " +
        "ARRET ARRÊT ARRETE ARRÊTE ARRETT ARRETER ARRÊTER DESABONNER DÉSABONNER DESABONNEMENT DÉSABONNEMENT " +
        "ALTO PARAR PARE BAJA DETENER CANCELAR SAIR STOPP ABMELDEN ABBESTELLEN AFMELDEN UITSCHRIJVEN ANNULLA DISISCRIVI " +
        "AVSLUTA AVREGISTRERA AVSLUTT AVMELD AFMELD REZYGNUJE REZYGNUJĘ BERHENTI HUY HỦY RET IPTAL DUR " +
        "СТОП ОТПИСАТЬСЯ ОТПИСКА ОТМЕНА ВІДПИСАТИСЯ ΣΤΟΠ ΔΙΑΚΟΠΗ ΔΙΑΚΟΠΉ " +
        "הסר הסרה הסירו סטופ توقف إيقاف ايقاف قف إلغاء الغاء لغو " +
        "TD 退订 退訂 取消 停止 配信停止 ストップ 수신거부 중지 정지 रोकें बंद หยุด ยกเลิก";

    public const string Start =
        "START UNSTOP YES SUBSCRIBE JOIN RESUME DEMARRER DÉMARRER INICIAR COMENZAR ALTA BASLA BAŞLA MULAI " +
        "СТАРТ ПОДПИСАТЬСЯ ПІДПИСАТИСЯ התחל סטארט ابدأ ابدا 开始 開始 시작";

    public const string Help =
        "HELP INFO AIDE AYUDA HILFE AJUDA AIUTO HULP HJÄLP HJÆLP HJELP POMOC YARDIM BANTUAN " +
        "ПОМОЩЬ ДОПОМОГА ΒΟΗΘΕΙΑ ΒΟΉΘΕΙΑ עזרה مساعدة 帮助 幫助 ヘルプ 도움말";
}
