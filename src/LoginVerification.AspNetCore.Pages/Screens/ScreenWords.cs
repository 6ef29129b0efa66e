namespace LoginVerification.Pages;

/// <summary>The names of screens and links; where the package has no words for those of a policy, the policy's own.</summary>
internal static class ScreenWords
{
    public static string TitleOf(PageScope scope, ScreenModel model) => model.IsOffered(EnrolmentAction.ConfirmCode)
        ? scope.Texts["Code.Title"]
        : TitleOf(scope, model.Screen);

    public static string TitleOf(PageScope scope, Screen screen) => scope.Texts.Find($"Screen.{screen.Name}") ?? screen.Name;

    public static string LabelOf(PageScope scope, ScreenExit exit) => exit.Link!.Label is { } label
        ? scope.Texts.Find($"Link.{label}") ?? label
        : TitleOf(scope, scope.Policy.Screens[exit.To]);
}
