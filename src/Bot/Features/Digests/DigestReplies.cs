using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Digests;

/// <summary>Answers to commands and buttons about digests.</summary>
internal static class DigestReplies
{
    public static ChatMessage NotForYou() => ChatMessage.Of(ChatText.Of(
        $"The digest is for those who lead a department or {DigestAccessResolver.ReportsOfAManager} people, and for administrators. How "
            + $"you stand yourself, only you see: /relate me"));

    public static ChatMessage NotYourDepartment(Department department) =>
        ChatMessage.Of(ChatText.Of($"The digest of {department} is for its head and for administrators. Yours: /relate digest"));

    public static ChatMessage Unsure() =>
        ChatMessage.Of(ChatText.Of("I could not find out in time whether you look after this workspace. Please try again in a minute."));

    public static ChatMessage StillCounting() =>
        ChatMessage.Of(ChatText.Of("I am still counting what was brought in a moment ago. Please ask again in a minute."));

    public static ChatMessage Usage() => ChatMessage.Of(ChatText.Of(
        "/relate digest shows last month, /relate digest last week the week. /relate digest weekly or monthly sends it to you, off ends "
            + "that. A department’s own: /relate digest @it"));

    /// <summary>A link that works once.</summary>
    public static ChatMessage Dashboard(Uri link, DateTimeOffset until) => ChatMessage.Of(new ChatText(
    [
        new ChatSpan.Plain("Here is your way in: "),
        new ChatSpan.Link(link.ToString(), "open the dashboard"),
        new ChatSpan.Plain($". The link is for you alone and works once, until {until.ToString("HH:mm", CultureInfo.InvariantCulture)}."),
    ]));

    public static ChatMessage DashboardUsage() =>
        ChatMessage.Of(ChatText.Of(
            "/relate dashboard gives you a link to the digest as pages, with every period and department that is yours to read."));

    public static ChatMessage NoDashboard() => ChatMessage.Of(ChatText.Of(
        "I do not know at which address people reach my pages. Whoever runs me can say so with the setting Dashboard:PublicUrl. Until "
            + "then, /relate digest has the same figures."));

    public static ChatMessage Chosen(DigestSubscription subscription, TimeZoneInfo zone) =>
        ChatMessage.Of(ChatText.Of(subscription.NextAt is { } next
        ? $"You get the digest {(subscription.Rhythm is DigestFrequency.Weekly ? "every week" : "every month")}, the next one on "
            + $"{TimeZoneInfo.ConvertTime(next, zone).ToString("dddd, d MMMM", CultureInfo.InvariantCulture)}. /relate digest off ends "
            + $"that."
        : "I no longer send you the digest. /relate digest shows it whenever you like."));

    /// <summary>To a subscriber who may no longer read the digest.</summary>
    public static ChatMessage Ended() => ChatMessage.Of(ChatText.Of(
        "You no longer lead a department or a team here as far as I know, so I have stopped sending you the digest. If that is wrong, an "
            + "administrator can set it right: /relate admin head"));

    public static ChatMessage MayBeNamed() => ChatMessage.Of(ChatText.Of(
        "From now on a digest may name you among those who help often and are thanked for few. No number stands beside your name. /relate "
            + "unsung off ends that."));

    public static ChatMessage MayNotBeNamed() => ChatMessage.Of(ChatText.Of("No digest names you. /relate unsung on allows it."));

    public static ChatMessage UnsungUsage(bool mayBeNamed) => ChatMessage.Of(ChatText.Of(
        $"Those who help often and hear few thanks can be named in the manager’s digest, if they want it. You are "
            + $"{(mayBeNamed ? "" : "not ")}among those who may be. /relate unsung {(mayBeNamed ? "off" : "on")} changes that."));
}
