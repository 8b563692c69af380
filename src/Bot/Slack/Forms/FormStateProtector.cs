using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace RelateBot.Bot.Slack.Forms;

/// <summary>
/// Signs the private_metadata of a modal. It is accepted only from the same person, in the same team and form, within a day. The key is
/// derived from the app's secret, so every host has the same one.
/// </summary>
public sealed class FormStateProtector(IOptions<SlackOptions> options, TimeProvider clock)
{
    private const int KeyLength = 32;
    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(1);

    private readonly byte[] key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        Encoding.UTF8.GetBytes(options.Value.OwnSecret),
        KeyLength,
        salt: [],
        info: "RelateBot form seal 1"u8.ToArray());

    /// <summary>Returns the signed private_metadata.</summary>
    public string Protect(FormOrigin origin, FormRecipient bearer)
    {
        var content = JsonSerializer.Serialize(new Sealed(origin, (clock.GetUtcNow() + GoodFor).ToUnixTimeSeconds()),
            SlackJson.Wire.Sealed);
        return $"{Sign(content, bearer)}.{content}";
    }

    /// <summary>Reads private_metadata. Null when it is too old or wasn't signed for this bearer.</summary>
    public FormOrigin? TryUnprotect(string? metadata, FormRecipient bearer)
    {
        if (metadata?.Split('.', 2) is not [var signature, var content]
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(content, bearer))))
        {
            return null;
        }

        var opened = JsonSerializer.Deserialize(content, SlackJson.Wire.Sealed);
        return opened is not null && clock.GetUtcNow().ToUnixTimeSeconds() <= opened.Until ? opened.Origin : null;
    }

    // As JSON, so that different combinations of bearer and content can't give the same text.
    private string Sign(string content, FormRecipient bearer) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(
            key,
            JsonSerializer.SerializeToUtf8Bytes([bearer.Team, bearer.User, bearer.Form, content], SlackJson.Wire.StringArray)));

    /// <summary>The signed content without the bearer.</summary>
    public sealed record Sealed(FormOrigin Origin, long Until);
}

/// <summary>The person, team and form for which a modal was opened.</summary>
/// <param name="Team">The team.</param>
/// <param name="User">The user.</param>
/// <param name="Form">The form's name.</param>
public sealed record FormRecipient(string Team, string User, string Form);

/// <summary>The state that a modal needs when it is submitted.</summary>
/// <param name="State">The form's own state, <see cref="Bot.Chat.Messages.ChatForm.State"/>.</param>
/// <param name="Channel">The conversation in which the form was requested.</param>
public sealed record FormOrigin(string State, string? Channel);
