using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace LoginVerification.Policies;

/// <summary>
/// What the schema says of each key besides its type: the sentence of the property's documentation, which a test holds against it,
/// and the bounds that the validators use.
/// </summary>
internal static class SchemaNotes
{
    private static readonly FrozenDictionary<(Type Record, string Property), SchemaNote> Notes = new Dictionary<(Type, string), SchemaNote>
    {
        [(typeof(PolicyDocument), nameof(PolicyDocument.Name))] = new("The name of the policy.", Named),
        [(typeof(PolicyDocument), nameof(PolicyDocument.Description))] = new("What it is for, and what it only approximates: at most 4000 characters.", schema => schema["maxLength"] = PolicyLimits.MaxDescriptionLength),
        [(typeof(PolicyDocument), nameof(PolicyDocument.Surfaces))] = new("Where users act: 1 to 16 surfaces.", AtLeast(1) + AtMost(PolicyLimits.MaxSurfaces)),
        [(typeof(PolicyDocument), nameof(PolicyDocument.Rules))] = new("What is allowed where and for whom: at most 64 rules. Every rule that speaks of an action on a surface has to allow it.", AtMost(PolicyLimits.MaxRules)),
        [(typeof(PolicyDocument), nameof(PolicyDocument.Code))] = new("The code that proves a number."),
        [(typeof(PolicyDocument), nameof(PolicyDocument.Sending))] = new("How often codes are sent."),
        [(typeof(PolicyDocument), nameof(PolicyDocument.Lock))] = new("What wrong codes in a row lead to."),
        [(typeof(PolicyDocument), nameof(PolicyDocument.PendingLapsesAfter))] = new("When a number that nobody confirms is forgotten: at least the life of a code, at most 30 days; 24 h by default."),
        [(typeof(PolicyDocument), nameof(PolicyDocument.ReauthenticateWithin))] = new("How recent an authentication has to be for a change of weight: 1 min to 1 h; 5 min by default (OWASP ASVS 5.0, 7.5.1)."),
        [(typeof(PolicyDocument), nameof(PolicyDocument.AccountsPerNumber))] = new("How many accounts may have the same number verified: 1 to 1000; 10 by default. Codes confirmed at the same instant may pass it by a few.", Within(PolicyBounds.AccountsPerNumber)),
        [(typeof(PolicyDocument), nameof(PolicyDocument.RemovePhoneWhileEnabled))] = new("What RemovePhone does while verification is enabled; it is refused by default."),
        [(typeof(PolicyDocument), nameof(PolicyDocument.OnStop))] = new("What a STOP message does; the number gets no more messages, by default."),
        [(typeof(PolicyDocument), nameof(PolicyDocument.OnPhoneInvalidated))] = new("What a report does that the verified number changed hands; it has to be confirmed again, by default."),

        [(typeof(SurfaceDocument), nameof(SurfaceDocument.Name))] = new("Its name, unique in the policy.", Named),
        [(typeof(SurfaceDocument), nameof(SurfaceDocument.Home))] = new("The screen where a user lands who opens the surface.", Named),
        [(typeof(SurfaceDocument), nameof(SurfaceDocument.Screens))] = new("Its screens: 1 to 64, each of which can be reached.", AtLeast(1) + AtMost(PolicyLimits.MaxScreens)),

        [(typeof(ScreenDocument), nameof(ScreenDocument.Name))] = new("Its name, unique on its surface.", Named),
        [(typeof(ScreenDocument), nameof(ScreenDocument.Actions))] = new("What the user can do here, each action once."),
        [(typeof(ScreenDocument), nameof(ScreenDocument.Links))] = new("Where the user can go from here: at most 64 links.", AtMost(PolicyLimits.MaxLinks)),
        [(typeof(ScreenDocument), nameof(ScreenDocument.ShowsWaysOut))] = new("Whether the modelled page shows the ways out of a refusal, as it does by default; results carry them always."),

        [(typeof(ScreenAction), nameof(ScreenAction.Action))] = new("Which action."),
        [(typeof(ScreenAction), nameof(ScreenAction.When))] = new("When it is offered; always, if nothing is stated."),
        [(typeof(ScreenAction), nameof(ScreenAction.Then))] = new("The screen of the same surface where the user lands once it is accepted; the same screen, if nothing is stated.", Named),

        [(typeof(ScreenLink), nameof(ScreenLink.To))] = new("Where it leads: a screen of the same surface, or surface/screen.", Target),
        [(typeof(ScreenLink), nameof(ScreenLink.Label))] = new("What the user reads on it, for stories about the policy: 1 to 200 characters.", Length(1, PolicyLimits.MaxLabelLength)),
        [(typeof(ScreenLink), nameof(ScreenLink.Kind))] = new("Whether a user sees it; it is visible by default."),
        [(typeof(ScreenLink), nameof(ScreenLink.When))] = new("When it is there; always, if nothing is stated."),

        [(typeof(ScreenCondition), nameof(ScreenCondition.State))] = new("The enrolment is in one of these states; in any, if nothing is stated.", AtLeast(1)),
        [(typeof(ScreenCondition), nameof(ScreenCondition.Pending))] = new("A number is pending, or none is; either, if nothing is stated."),
        [(typeof(ScreenCondition), nameof(ScreenCondition.Verified))] = new("A number is verified, or none is; either, if nothing is stated."),
        [(typeof(ScreenCondition), nameof(ScreenCondition.SmsDelivered))] = new("The SMS with the newest code arrived, or did not; either, if nothing is stated. The service cannot know it and takes it as met."),

        [(typeof(GatingRule), nameof(GatingRule.Name))] = new("Its name, unique in the policy; refusals carry it.", Named),
        [(typeof(GatingRule), nameof(GatingRule.Actions))] = new("The actions that it speaks of: at least one, and each is offered on some surface that it speaks of.", AtLeast(1)),
        [(typeof(GatingRule), nameof(GatingRule.Surfaces))] = new("The surfaces that it speaks of; any by default."),
        [(typeof(GatingRule), nameof(GatingRule.Countries))] = new("The countries that are allowed; any by default."),
        [(typeof(GatingRule), nameof(GatingRule.Carriers))] = new("The carriers that are allowed, by ISO 3166-1 country; a country that is not named allows any. An unknown carrier passes except and fails only.", ByCountry),
        [(typeof(GatingRule), nameof(GatingRule.LineTypes))] = new("The kinds of line that are allowed; any by default."),
        [(typeof(GatingRule), nameof(GatingRule.Channels))] = new("The channels that are allowed, for actions that take one; any by default."),

        [(typeof(CodeRules), nameof(CodeRules.Digits))] = new("How many digits: 6 to 8; 6 by default (NIST SP 800-63B-4, section 3.1.3.2, asks for at least six).", Within(PolicyBounds.Digits)),
        [(typeof(CodeRules), nameof(CodeRules.Life))] = new("How long it lives: 30 s to 10 min; 10 min by default and never more (same section). It dies with the pending number if that lapses sooner."),
        [(typeof(CodeRules), nameof(CodeRules.WrongTries))] = new("With which wrong code it is dead: the 1st to the 10th (1 to 10); the 5th by default.", Within(PolicyBounds.WrongTries)),

        [(typeof(SendRules), nameof(SendRules.ResendWait))] = new("The wait after the first code to a number, doubled after each further one: 1 s to 1 h; 30 s by default."),
        [(typeof(SendRules), nameof(SendRules.PerNumber))] = new("The most codes to one number of one account inside the window: 1 to 20; 5 by default.", Within(PolicyBounds.PerNumber)),
        [(typeof(SendRules), nameof(SendRules.PerAccount))] = new("The most codes of one account inside the window, over all its numbers: at least perNumber, at most 100; 20 by default.", Within(PolicyBounds.PerAccount)),
        [(typeof(SendRules), nameof(SendRules.Window))] = new("The window, sliding: 1 h to 7 days; 24 h by default."),

        [(typeof(LockRules), nameof(LockRules.EveryFailures))] = new("After each multiple of so many failures the account is locked for a while: 1 to 20; 5 by default.", Within(PolicyBounds.EveryFailures)),
        [(typeof(LockRules), nameof(LockRules.First))] = new("The first lock; each further one lasts twice as long: 1 s to 1 h; 30 s by default."),
        [(typeof(LockRules), nameof(LockRules.Longest))] = new("The longest lock: at least first, at most 24 h; 1 h by default."),
        [(typeof(LockRules), nameof(LockRules.FinalFailures))] = new("At so many failures only the host unlocks: at least everyFailures, at most 100, which is the default (NIST SP 800-63B-4, section 3.2.2).", Within(PolicyBounds.FinalFailures)),
    }.ToFrozenDictionary();

    public static IEnumerable<(Type Record, string Property, string Text)> All => Notes.Select(note => (note.Key.Record, note.Key.Property, note.Value.Text));

    /// <summary>The note of a key, by its name in the file.</summary>
    public static SchemaNote Of(Type record, string key) => Notes[(record, char.ToUpperInvariant(key[0]) + key[1..])];

    private static void Named(JsonObject schema) => schema["pattern"] = PolicyNames.Pattern;

    private static void Target(JsonObject schema) => schema["pattern"] = PolicyNames.TargetPattern;

    private static void ByCountry(JsonObject schema) => schema["propertyNames"] = new CountryForm().Schema();

    private static Action<JsonObject> Within(Bound<int> bound) => schema => (schema["minimum"], schema["maximum"]) = (bound.Least, bound.Most);

    private static Action<JsonObject> Length(int least, int most) => schema => (schema["minLength"], schema["maxLength"]) = (least, most);

    private static Action<JsonObject> AtLeast(int least) => schema => schema["minItems"] = least;

    private static Action<JsonObject> AtMost(int most) => schema => schema["maxItems"] = most;
}

/// <summary>What the schema says of one key besides its type.</summary>
/// <param name="Text">The description.</param>
/// <param name="Constrain">Adds what bounds the value; null where nothing does, or where JSON Schema has no word for it.</param>
internal sealed record SchemaNote(string Text, Action<JsonObject>? Constrain = null);
