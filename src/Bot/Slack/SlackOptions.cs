using System.ComponentModel.DataAnnotations;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Slack;

/// <summary>Section <c>Slack</c>. Slack is enabled when a secret is set.</summary>
public sealed class SlackOptions
{
    public const string Section = "Slack";

    private const string ProfileField = "ProfileField:";
    private const string None = "None";

    /// <summary>How requests arrive from Slack.</summary>
    public SlackMode Mode { get; set; } = SlackMode.Http;

    /// <summary>The app's signing secret, which verifies that requests come from Slack. HTTP only.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>App-level token, <c>xapp-…</c>, which opens WebSockets. Socket Mode only.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>How many WebSockets are kept open. Socket Mode only. Slack allows ten for all hosts together.</summary>
    [Range(1, 10)]
    public int SocketConnections { get; set; } = 2;

    /// <summary>The ping interval of a WebSocket, and how long its answer may take before the socket counts as dead.</summary>
    public TimeSpan SocketPing { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The app's bot token, <c>xoxb-…</c>, for serving a single workspace.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>The app's client id. When it is set, every workspace that installs the app is served.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The app's client secret.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The bot's public address, to which Slack's consent page redirects.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>
    /// True: all workspaces that install the app belong to one organisation. False: each workspace is its own organisation, and so is each
    /// enterprise with all its workspaces.
    /// </summary>
    public bool OneOrganisation { get; set; }

    /// <summary>The address of the Web API.</summary>
    public string ApiBaseUrl { get; set; } = "https://slack.com/api/";

    /// <summary>
    /// Messages per second in a workspace. Slack promises "several hundred a minute". Raise it only if Slack has agreed to more.
    /// </summary>
    [Range(0.1, 10_000)]
    public double MessagesPerSecond { get; set; } = 5;

    /// <summary>Messages per second in one channel.</summary>
    [Range(0.1, 10_000)]
    public double MessagesPerSecondAndChannel { get; set; } = 1;

    /// <summary>The emoji that thanks a message's author, <c>pray</c> or <c>:pray:</c>. Empty to turn this off.</summary>
    [RegularExpression(
        @"^(:?[\p{Ll}\p{Lo}\p{Nd}_'+-]{1,100}:?)?\z",
        ErrorMessage = "Slack:ThanksEmoji must be the name of one emoji, for example pray.")]
    public string ThanksEmoji { get; set; } = "pray";

    /// <summary>True: thanks given by emoji in a public channel are also posted to the kudos channel.</summary>
    public bool PostThanksEmoji { get; set; }

    /// <summary><see cref="ThanksEmoji"/> without colons.</summary>
    public string ThanksEmojiName => ThanksEmoji.Trim(':');

    /// <summary>
    /// The source of people's departments: <c>UserGroups</c>, <c>ProfileField:</c> with the name or id of a custom profile field, or
    /// <c>None</c>.
    /// </summary>
    public string DepartmentFrom { get; set; } = "UserGroups";

    /// <summary>
    /// The handles of the user groups that are departments, separated by commas. A person in several belongs to the first. Empty: every
    /// group is a department.
    /// </summary>
    public string Departments { get; set; } = "";

    /// <summary>
    /// The source of people's working hours: <c>ProfileField:</c> with the name or id of a custom profile field, or <c>None</c>.
    /// </summary>
    public string WorkingHoursFrom { get; set; } = None;

    /// <summary>True when any secret is set. The other settings of that mode are then required.</summary>
    public bool IsOn => SigningSecret.Length > 0 || BotToken.Length > 0 || AppToken.Length > 0 || IsInstallable;

    /// <summary>True when workspaces can install the app.</summary>
    public bool IsInstallable => ClientId.Length > 0 || ClientSecret.Length > 0;

    /// <summary>A secret that every host of this app has in both modes, used to sign data that only the bot reads.</summary>
    public string OwnSecret => Mode is SlackMode.Socket ? AppToken : SigningSecret;

    /// <summary>The parsed <see cref="DepartmentFrom"/>. Null when it is invalid.</summary>
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

    /// <summary>The field of <see cref="WorkingHoursFrom"/>. Null when it names none.</summary>
    public string? WorkingHoursField => FieldOf(WorkingHoursFrom);

    /// <summary>False when <see cref="WorkingHoursFrom"/> is invalid.</summary>
    public bool HasWorkingHoursSource => WorkingHoursFrom is None || WorkingHoursField is not null;

    /// <summary><see cref="ApiBaseUrl"/> with the final slash that relative addresses need.</summary>
    public Uri ApiBase => new(ApiBaseUrl.EndsWith('/') ? ApiBaseUrl : ApiBaseUrl + "/");

    /// <summary>Slack's consent page.</summary>
    public Uri AuthorizeUrl => new(ApiBase, "../oauth/v2/authorize");

    /// <summary>The redirect address. It must be identical in the app's settings and in every call.</summary>
    public Uri RedirectUrl => new(new Uri(PublicUrl.TrimEnd('/') + "/"), "slack/oauth/callback");

    private static string? FieldOf(string source) =>
        source.StartsWith(ProfileField, StringComparison.Ordinal) && source[ProfileField.Length..].Trim() is { Length: > 0 } name
            ? name
            : null;
}

/// <summary>How requests arrive from Slack.</summary>
public enum SlackMode
{
    /// <summary>Slack sends requests to the bot's address.</summary>
    Http,

    /// <summary>The bot opens WebSockets to Slack: https://docs.slack.dev/apis/events-api/using-socket-mode</summary>
    Socket,
}
