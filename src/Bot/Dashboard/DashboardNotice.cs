using RelateBot.Bot.Features.Digests;

namespace RelateBot.Bot.Dashboard;

/// <summary>A page with one message and a next step.</summary>
public sealed record DashboardNotice(int Status, string Title, string Words)
{
    public static readonly DashboardNotice SignIn = new(
        StatusCodes.Status401Unauthorized,
        "Ask for a link first",
        "Write /relate dashboard to me in the chat. You get a link that lets you in, without any password.");

    public static readonly DashboardNotice LinkIsOver = new(
        StatusCodes.Status410Gone,
        "This link is over",
        "A link works once and for ten minutes. Write /relate dashboard to me in the chat for a new one.");

    public static readonly DashboardNotice SignedOut = new(
        StatusCodes.Status200OK,
        "You are signed out",
        "Write /relate dashboard to me in the chat when you want to come back.");

    public static readonly DashboardNotice Forged = new(
        StatusCodes.Status400BadRequest,
        "Nothing was done",
        "This did not come from a page of mine, or the page was too old. Go back, load it again and try once more.");

    public static readonly DashboardNotice NotForYou = new(
        StatusCodes.Status403Forbidden, "Not for you",
        $"The dashboard is for those who lead a department or {DigestAccessResolver.ReportsOfAManager} people, and for administrators. How "
            + $"you stand yourself, only you see: /relate me in the chat.");

    public static readonly DashboardNotice NotYourDepartment = new(
        StatusCodes.Status403Forbidden, "Another department’s", "These figures are for that department’s head and for administrators.");

    public static readonly DashboardNotice Unsure = new(
        StatusCodes.Status503ServiceUnavailable,
        "One moment",
        "I could not find out in time whether you look after this workspace. Please try again in a minute.");

    public static readonly DashboardNotice NoSuchView = new(
        StatusCodes.Status404NotFound, "Nothing here", "There is no such period, department or table, or the period is not over yet.");
}
