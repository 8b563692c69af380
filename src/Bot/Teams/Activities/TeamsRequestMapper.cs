using System.Security.Cryptography;
using System.Text;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Activities;

/// <summary>Maps an activity to a platform-neutral request.</summary>
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

            // Later lines may contain text from a form, such as a private note, and keys are stored unencrypted.
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

    /// <summary>Returns the idempotency key of an activity, which is the same when it is delivered again.</summary>
    public static string IdempotencyKeyOf(Activity activity) => Hash($"{activity.Conversation!.Id}:{activity.Id}")[..16];

    /// <summary>Returns the sender's Entra id.</summary>
    public static string PersonOf(Activity activity) => activity.From!.AadObjectId ?? activity.From.Id;

    private static string Fit(string key) => key.Length <= LongestKey ? key : Hashed(key);

    private static string Hashed(string key) => $"hash:{Hash(key)}";

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
