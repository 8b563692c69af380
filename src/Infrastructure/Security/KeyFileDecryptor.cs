using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace RelateBot.Infrastructure.Security;

/// <summary>
/// Decrypts what <see cref="KeyFileEncryptor"/> encrypted, with the current or the former key file. Data Protection creates it by its type
/// name.
/// </summary>
internal sealed class KeyFileDecryptor(IServiceProvider services) : IXmlDecryptor
{
    private static readonly int NonceLength = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagLength = AesGcm.TagByteSizes.MaxSize;

    public XElement Decrypt(XElement encryptedElement)
    {
        var options = services.GetRequiredService<IOptions<ProtectionOptions>>().Value;
        var all = Convert.FromBase64String(encryptedElement.Value).AsSpan();
        foreach (var file in (string[])[options.KeyFile, options.FormerKeyFile])
        {
            if (file.Length > 0 && TryOpen(ProtectionSecrets.Key(file), all) is { } opened)
            {
                return XElement.Parse(opened);
            }
        }

        throw new CryptographicException("Neither Protection:KeyFile nor Protection:FormerKeyFile decrypts this key.");
    }

    private static string? TryOpen(byte[] key, ReadOnlySpan<byte> all)
    {
        var plain = new byte[all.Length - NonceLength - TagLength];
        try
        {
            using var aes = new AesGcm(key, TagLength);
            aes.Decrypt(all[..NonceLength], all[(NonceLength + TagLength)..], all.Slice(NonceLength, TagLength), plain);
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
