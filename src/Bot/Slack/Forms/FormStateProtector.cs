using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace RelateBot.Bot.Slack.Forms;

/// <summary>
/// Signs what a modal keeps for us in its private_metadata, so that it comes back as it left: from the same person, in the same
/// team and form, within a day. The key is derived from the app's own secret, so every host has the same one.
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

    /// <summary>What goes into private_metadata.</summary>
    public string Protect(FormOrigin origin, FormRecipient bearer)
    {
        var content = JsonSerializer.Serialize(new Sealed(origin, (clock.GetUtcNow() + GoodFor).ToUnixTimeSeconds()),
            SlackJson.Wire.Sealed);
        return $"{Sign(content, bearer)}.{content}";
    }

    /// <summary>Out of private_metadata again; null when it is not what was sealed for this bearer, or too old.</summary>
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

    // As JSON, so that no two bearers and contents read alike.
    private string Sign(string content, FormRecipient bearer) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(
            key,
            JsonSerializer.SerializeToUtf8Bytes([bearer.Team, bearer.User, bearer.Form, content], SlackJson.Wire.StringArray)));

    /// <summary>What is signed besides the bearer.</summary>
    public sealed record Sealed(FormOrigin Origin, long Until);
}

/// <summary>Who may bring a modal back.</summary>
/// <param name="Team">In which team.</param>
/// <param name="User">By which account.</param>
/// <param name="Form">As which form.</param>
public sealed record FormRecipient(string Team, string User, string Form);

/// <summary>What a modal has to know when it comes back.</summary>
/// <param name="State">The form's own, <see cref="Bot.Chat.Messages.ChatForm.State"/>.</param>
/// <param name="Channel">The conversation in which it was asked for.</param>
public sealed record FormOrigin(string State, string? Channel);
