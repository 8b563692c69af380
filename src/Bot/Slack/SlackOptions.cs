using System.ComponentModel.DataAnnotations;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Slack;

/// <summary>Section <c>Slack</c>. Slack is on when a secret is set.</summary>
public sealed class SlackOptions
{
    public const string Section = "Slack";

    private const string ProfileField = "ProfileField:";
    private const string None = "None";

    /// <summary>Which way requests come from Slack.</summary>
    public SlackMode Mode { get; set; } = SlackMode.Http;

    /// <summary>Signing secret of the app: proves that a request comes from Slack. Over HTTP only.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>App-level token, <c>xapp-…</c>, which opens WebSockets. In Socket Mode only.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>How many WebSockets are held open. In Socket Mode only; Slack allows ten to all hosts together.</summary>
    [Range(1, 10)]
    public int SocketConnections { get; set; } = 2;

    /// <summary>How often a WebSocket is tried; one that does not answer for as long is dead.</summary>
    public TimeSpan SocketPing { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Bot token of the app, <c>xoxb-…</c>: serves the one workspace that it belongs to.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>Client id of the app: with it, every workspace that installs the app is served.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Client secret of the app.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The address at which people reach the bot, for the way back from Slack's consent page.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>
    /// True: all workspaces that install the app belong to one organisation. False: each is its own, an enterprise with all its workspaces
    /// too.
    /// </summary>
    public bool OneOrganisation { get; set; }

    /// <summary>Where the Web API is.</summary>
    public string ApiBaseUrl { get; set; } = "https://slack.com/api/";

    /// <summary>
    /// Messages a second through the workspace. Slack promises "several hundred a minute"; raise it only with Slack's word for more.
    /// </summary>
    [Range(0.1, 10_000)]
    public double MessagesPerSecond { get; set; } = 5;

    /// <summary>Messages a second into one channel.</summary>
    [Range(0.1, 10_000)]
    public double MessagesPerSecondAndChannel { get; set; } = 1;

    /// <summary>The emoji that thanks a message's author, <c>pray</c> or <c>:pray:</c>. Empty: none does.</summary>
    [RegularExpression(
        @"^(:?[\p{Ll}\p{Lo}\p{Nd}_'+-]{1,100}:?)?\z",
        ErrorMessage = "Slack:ThanksEmoji must be the name of one emoji, for example pray.")]
    public string ThanksEmoji { get; set; } = "pray";

    /// <summary>True: what that emoji says in a public channel is posted to the kudos channel as well.</summary>
    public bool PostThanksEmoji { get; set; }

    /// <summary><see cref="ThanksEmoji"/> without colons.</summary>
    public string ThanksEmojiName => ThanksEmoji.Trim(':');

    /// <summary>
    /// Where people's departments are: <c>UserGroups</c>, <c>ProfileField:</c> and the name or id of a custom profile field, or
    /// <c>None</c>.
    /// </summary>
    public string DepartmentFrom { get; set; } = "UserGroups";

    /// <summary>
    /// The handles of the user groups that are departments, with commas. Somebody in several belongs to the first. Empty: every group is
    /// one.
    /// </summary>
    public string Departments { get; set; } = "";

    /// <summary>
    /// Where people write when they work: <c>ProfileField:</c> and the name or id of a custom profile field, or <c>None</c>.
    /// </summary>
    public string WorkingHoursFrom { get; set; } = None;

    /// <summary>True when any of the secrets is set; then the others of its way are needed.</summary>
    public bool IsOn => SigningSecret.Length > 0 || BotToken.Length > 0 || AppToken.Length > 0 || IsInstallable;

    /// <summary>True when workspaces install the app themselves.</summary>
    public bool IsInstallable => ClientId.Length > 0 || ClientSecret.Length > 0;

    /// <summary>
    /// A secret that every host of this app has, whichever way requests come: to sign what only the bot itself reads again.
    /// </summary>
    public string OwnSecret => Mode is SlackMode.Socket ? AppToken : SigningSecret;

    /// <summary>The two in one; null when <see cref="DepartmentFrom"/> is none of the three.</summary>
    public DepartmentSource? DepartmentSource => DepartmentFrom switch
    {
        "UserGroups" =>
            new DepartmentSource.Groups([.. Departments
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(handle => handle.TrimStart('@'))]),
        None => new DepartmentSource.Nowhere(),
        _ when FieldOf(DepartmentFrom) is { } name => new DepartmentSource.ProfileField(name),
        _ => null,
    };

    /// <summary>The field of <see cref="WorkingHoursFrom"/>; null when it names none.</summary>
    public string? WorkingHoursField => FieldOf(WorkingHoursFrom);

    /// <summary>False when <see cref="WorkingHoursFrom"/> is neither of the two.</summary>
    public bool HasWorkingHoursSource => WorkingHoursFrom is None || WorkingHoursField is not null;

    /// <summary><see cref="ApiBaseUrl"/> with the slash at its end that relative addresses need.</summary>
    public Uri ApiBase => new(ApiBaseUrl.EndsWith('/') ? ApiBaseUrl : ApiBaseUrl + "/");

    /// <summary>Where Slack asks people for their consent.</summary>
    public Uri AuthorizeUrl => new(ApiBase, "../oauth/v2/authorize");

    /// <summary>Where Slack sends them back to; the same to the letter in the app's settings and in every call.</summary>
    public Uri RedirectUrl => new(new Uri(PublicUrl.TrimEnd('/') + "/"), "slack/oauth/callback");

    private static string? FieldOf(string source) =>
        source.StartsWith(ProfileField, StringComparison.Ordinal) && source[ProfileField.Length..].Trim() is { Length: > 0 } name
            ? name
            : null;
}

/// <summary>Which way requests come from Slack.</summary>
public enum SlackMode
{
    /// <summary>Slack calls the bot's address.</summary>
    Http,

    /// <summary>The bot opens WebSockets to Slack: https://docs.slack.dev/apis/events-api/using-socket-mode</summary>
    Socket,
}
