using System.Security.Cryptography;
using System.Text;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Activities;

/// <summary>What an activity is to the rest of the bot.</summary>
internal static class TeamsRequestMapper
{
    private const int LongestKey = 400;

    public static ChatRequest Of(
        Workspace workspace,
        Activity activity,
        ChatInput input,
        TeamsReplyAddress address,
        params ReadOnlySpan<string> moreKeys) => new()
        {
            Workspace = workspace,
            Sender = new ChatSender(PersonOf(activity), activity.From!.Name),
            Input = input,

            // The further ones hold what somebody wrote into a form, a note to themselves perhaps, and keys rest in the clear.
            DeliveryKeys = [Fit($"activity:{activity.Conversation!.Id}:{activity.Id}"), .. moreKeys.ToArray().Select(Hashed)],
            ReplyAddress = address.Encode(),
        };

    public static TeamsReplyAddress AddressOf(Activity activity) => new()
    {
        Conversation = activity.Conversation!.Id,
        Person = PersonOf(activity),
        Account = activity.From!.Id,
        ServiceUrl = activity.ServiceUrl!,
        IsShared = !activity.IsPersonal,
    };

    /// <summary>Names what an activity brings about, the same when it is delivered again.</summary>
    public static string IdempotencyKeyOf(Activity activity) => Hash($"{activity.Conversation!.Id}:{activity.Id}")[..16];

    /// <summary>Whose Entra id it is from.</summary>
    public static string PersonOf(Activity activity) => activity.From!.AadObjectId ?? activity.From.Id;

    private static string Fit(string key) => key.Length <= LongestKey ? key : Hashed(key);

    private static string Hashed(string key) => $"hash:{Hash(key)}";

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
